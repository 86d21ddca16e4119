import assert from "node:assert/strict";
import { Stage, type StageOptions, walkFiles } from "../harness/mod.ts";
import { secretCommands } from "../harness/secret_commands.ts";

const secret = "q7Rz2LmX9bVt4KcW8nPd";

/** Those that do nothing when they are approved. */
const harmless = [
  `export API_TOKEN=${secret}; echo ran >> ran.txt`,
  `DB_PASSWORD='${secret}' touch ran2.txt`,
];

/** Everything is asked about, so that nothing passes by itself. */
const askAll = 'ask:\n  - "*"\n';

async function layDown(stage: Stage, text: string): Promise<void> {
  const { config } = stage.paths;
  await Deno.mkdir(config.slice(0, config.lastIndexOf("/")), {
    recursive: true,
  });
  await Deno.writeTextFile(config, text);
}

/**
 * The files below a stage's home that hold the secret. What an agent records of
 * its own calls is the agent's.
 */
async function leaks(stage: Stage): Promise<string[]> {
  const found: string[] = [];
  for await (const path of walkFiles(stage.server.home)) {
    if (path.includes("/rehearsals/")) continue;
    const text = await Deno.readTextFile(path);
    if (text.includes(secret)) found.push(path);
  }
  return found;
}

for (const hooks of [false, true]) {
  const options: StageOptions = { hooks, columns: 200, rows: 40 };
  Deno.test(
    `no secret is in any file after a session, ${
      hooks ? "with" : "without"
    } hooks`,
    async () => {
      // Every way to report masks by the same door: a few show that it does.
      const shapes = secretCommands(secret)
        .filter((_, index) => !hooks || index % 8 === 0);
      const commands = [...harmless, ...shapes];
      await using stage = await Stage.start([
        ...commands.map((run) => ({ run })),
        { say: "That was all." },
      ], options);
      await layDown(stage, askAll);
      const told: string[] = [];
      {
        await using monitor = await stage.monitor();
        for (const [index, command] of commands.entries()) {
          const { id, summary } = await monitor.until(
            "waiting",
            (notice) => !told.includes(String(notice.id)),
          );
          told.push(String(id));
          assert.ok(!summary.includes(secret), summary);
          const verb = index < harmless.length ? "approve" : "deny";
          const done = await stage.orch(verb, String(id));
          assert.equal(done.code, 0, `${command}: ${done.stderr}`);
          assert.ok(!done.stdout.includes(secret), done.stdout);
        }
        await stage.until(/That was all/);
        assert.ok(!JSON.stringify(monitor.notices).includes(secret));
      }
      assert.equal(await stage.file("ran.txt"), "ran\n");
      assert.equal(await stage.file("ran2.txt"), "");
      for (const args of [["approvals", "--all"], ["learned", stage.name]]) {
        const { stdout } = await stage.orch(...args, "--json");
        assert.ok(!stdout.includes(secret), args[0]);
      }
      assert.deepEqual(await leaks(stage), []);
    },
  );
}

Deno.test("a request whose secret nobody has kept is answered as it stands there", async () => {
  const commands = ["one", "two"].map((word) =>
    `export API_TOKEN=${secret}${word}; echo ${word} >> ran.txt`
  );
  await using stage = await Stage.start([
    ...commands.map((run) => ({ run })),
    { say: "That was all." },
  ], { columns: 200 });
  await layDown(stage, askAll);
  const waitingId = async () => {
    await using monitor = await stage.monitor();
    const { id } = await monitor.until("waiting");
    return String(id);
  };
  const first = await waitingId();
  const always = await stage.orch("approve", first, "--always");
  assert.match(always.stderr, /would keep the secret/);
  const pattern = await stage.orch(
    ...["approve", first, "--pattern", `export API_TOKEN=${secret}one; *`],
  );
  assert.match(pattern.stderr, /would keep the secret/);

  // Whoever watched it is gone, and another one takes it up.
  const again = await waitingId();
  assert.equal(again, first);
  assert.equal((await stage.orch("approve", first)).code, 0);
  await stage.until(/echo two/);
  assert.equal(await stage.file("ran.txt"), "one\n");

  const second = await waitingId();
  await stage.press("Escape");
  await stage.until(/That was all|Interrupted|denied|❯/);
  const late = await stage.orch("approve", second);
  assert.equal(late.code, 1);
  assert.match(late.stderr, /not on its pane any more|by you|by pane|is gone/);
  assert.equal(await stage.file("ran.txt"), "one\n");
  assert.deepEqual(await leaks(stage), []);
});

Deno.test("another dialog that differs in its secret alone is not answered for it", async () => {
  const commands = ["one", "two"].map((word) =>
    `export API_TOKEN=${secret}${word}`
  );
  await using stage = await Stage.start([
    ...commands.map((run) => ({ run })),
    { run: "touch after.txt" },
  ], { columns: 200 });
  await layDown(stage, askAll);
  let first = "";
  {
    await using monitor = await stage.monitor();
    first = String((await monitor.until("waiting")).id);
  }
  await stage.press("1");
  await stage.until(/KcW8nPdtwo/);
  const late = await stage.orch("approve", first);
  assert.equal(late.code, 1, late.stdout);
  assert.match(late.stderr, /not on its pane any more/);
  await stage.until(/KcW8nPdtwo/);
  assert.equal(await stage.file("after.txt"), undefined);
});
