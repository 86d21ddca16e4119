import assert from "node:assert/strict";
import { Journal } from "../../lib/journal/mod.ts";
import { Stage } from "../harness/mod.ts";

/** Every file below a folder, with its mode and content. */
async function filesIn(folder: string): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for await (const { name, isDirectory } of Deno.readDir(folder)) {
    const path = `${folder}/${name}`;
    if (isDirectory) {
      for (const [inner, text] of await filesIn(path)) found.set(inner, text);
    } else {
      const mode = ((await Deno.lstat(path)).mode! & 0o777).toString(8);
      found.set(path, `${mode} ${await Deno.readTextFile(path)}`);
    }
  }
  return found;
}

/** What setup shares among agents, and what programs keep beside it. */
const own = /\/\.local\/state\/orch\/(?:journal\.db|hook-port)|\/\.cache\//;

Deno.test("teardown leaves everything as it was before setup", async () => {
  await using stage = await Stage.start([{ wait: "message" }], {
    hooks: true,
  });
  await stage.until(/❯ /);
  const { home } = stage.server;
  const agent = stage.paths.agentFolder(stage.name);
  const secret = await Deno.lstat(`${agent}/secret`);
  assert.equal(secret.mode! & 0o777, 0o600);
  assert.equal((await Deno.lstat(agent)).mode! & 0o777, 0o700);
  assert.equal((await Deno.lstat(`${agent}/hook.json`)).mode! & 0o777, 0o600);
  const before = await filesIn(home);
  const setup = await stage.orch(
    ...["setup", stage.project, "second", "--agent", "rehearsal"],
    ...["--script", `${stage.server.directory}/script.json`, "--json"],
  );
  assert.equal(JSON.parse(setup.stdout).hooks, true);
  const { code, stdout, stderr } = await stage.orch(
    ...["teardown", "second", "--forget", "--json"],
  );
  assert.equal(code, 0, stderr);
  const done = JSON.parse(stdout);
  assert.deepEqual(done.kept, []);
  assert.ok(done.removed.includes(stage.paths.agentFolder("second")));
  assert.ok(done.removed.includes(stage.paths.startScript("second")));
  const after = await filesIn(home);
  for (const [path, text] of before) {
    if (!own.test(path)) assert.equal(after.get(path), text, path);
  }
  for (const path of after.keys()) {
    assert.ok(before.has(path) || own.test(path), path);
  }
  using journal = Journal.open(stage.paths.journal);
  assert.deepEqual(journal.agents.all().map(({ name }) => name), ["actor"]);
});

Deno.test("teardown keeps what was learned, and leaves a running agent alone", async () => {
  await using stage = await Stage.start([{ wait: "message" }], {
    hooks: true,
  });
  await stage.until(/❯ /);
  const refused = await stage.orch("teardown", stage.name);
  assert.equal(refused.code, 1);
  assert.match(refused.stderr, /actor still runs, in pane %1/);
  await Deno.lstat(stage.paths.startScript(stage.name));
  const forced = await stage.orch("teardown", stage.name, "--force");
  assert.equal(forced.code, 0, forced.stderr);
  assert.match(forced.stdout, /kept .*\.claude-agent-actor\.json/);
  const learned = await stage.orch("learned", stage.name, "--json");
  const { file } = JSON.parse(learned.stdout);
  assert.equal(file, stage.paths.agentFile(stage.name));
  const gone = await stage.orch("teardown", stage.name);
  assert.equal(gone.code, 3);
});

Deno.test("teardown leaves a start script that a person has replaced", async () => {
  await using stage = await Stage.start([{ wait: "message" }]);
  const path = stage.paths.startScript(stage.name);
  await Deno.writeTextFile(path, "#!/bin/sh\nmine\n");
  const { code, stdout } = await stage.orch(
    ...["teardown", stage.name, "--force", "--json"],
  );
  assert.equal(code, 0);
  assert.ok(!JSON.parse(stdout).removed.includes(path));
  assert.equal(await Deno.readTextFile(path), "#!/bin/sh\nmine\n");
});

Deno.test("setup --no-hooks takes out what setup has installed before", async () => {
  await using stage = await Stage.start([{ wait: "message" }], {
    hooks: true,
  });
  const script = stage.paths.startScript(stage.name);
  assert.match(await Deno.readTextFile(script), /'--hook'/);
  const hook = `${stage.paths.agentFolder(stage.name)}/hook.json`;
  await Deno.lstat(hook);
  const { code, stderr } = await stage.orch(
    ...["setup", stage.project, stage.name, "--agent", "rehearsal"],
    ...["--script", `${stage.server.directory}/script.json`, "--no-hooks"],
  );
  assert.equal(code, 0, stderr);
  assert.doesNotMatch(await Deno.readTextFile(script), /'--hook'/);
  await assert.rejects(Deno.lstat(hook), Deno.errors.NotFound);
});
