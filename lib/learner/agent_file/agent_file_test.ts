import assert from "node:assert/strict";
import { OrchError } from "../../errors/mod.ts";
import {
  type AgentFile,
  readAgentFile,
  updateAgentFile,
} from "./agent_file.ts";
import { preapprovals } from "../setup/mod.ts";
import { home, project } from "../testing.ts";

/** Runs a test with the path of an agent's file in a folder of its own. */
async function inFolder(
  test: (path: string, folder: string) => Promise<void>,
): Promise<void> {
  const folder = await Deno.makeTempDir({ prefix: "orch-agent-file-" });
  try {
    await test(`${folder}/.claude-agent-web.json`, folder);
  } finally {
    await Deno.chmod(folder, 0o700);
    await Deno.remove(folder, { recursive: true });
  }
}

async function namesIn(folder: string): Promise<string[]> {
  return (await Array.fromAsync(Deno.readDir(folder))).map(({ name }) => name);
}

const rules = preapprovals(
  { kinds: ["node"], commands: ["npm test", "npm run build"] },
  { project, home, now: 0 },
);

const same = (file: AgentFile) => file;

Deno.test("readAgentFile() gives nothing where there is no file", () =>
  inFolder(async (path) => {
    assert.equal(await readAgentFile(path), undefined);
  }));

Deno.test("updateAgentFile() makes a file that only its owner may read", () =>
  inFolder(async (path, folder) => {
    const made = await updateAgentFile(
      path,
      "web",
      (file) => ({ ...file, kind: "claude", rules }),
    );
    assert.equal(made.name, "web");
    assert.deepEqual(await readAgentFile(path), made);
    assert.equal((await Deno.stat(path)).mode! & 0o777, 0o600);
    assert.deepEqual(await namesIn(folder), [".claude-agent-web.json"]);
  }));

Deno.test("updateAgentFile() closes a file that others may read", () =>
  inFolder(async (path) => {
    await updateAgentFile(path, "web", (file) => ({ ...file, rules }));
    await Deno.chmod(path, 0o644);
    await updateAgentFile(path, "web", (file) => ({ ...file, kind: "x" }));
    assert.equal((await Deno.stat(path)).mode! & 0o777, 0o600);
  }));

Deno.test("the map of earlier versions is a view of the rules", () =>
  inFolder(async (path) => {
    const file = await updateAgentFile(
      path,
      "web",
      (file) => ({ ...file, rules }),
    );
    assert.deepEqual(file.projects[project]!.autoApproveCommands, {
      npm_run_build: true,
      npm_test: true,
    });
    const revoked = rules.map((rule) => ({
      ...rule,
      status: "revoked" as const,
    }));
    const after = await updateAgentFile(
      path,
      "web",
      (file) => ({ ...file, rules: revoked }),
    );
    assert.deepEqual(after.projects[project]!.autoApproveCommands, {});
  }));

Deno.test("updateAgentFile() keeps what it does not know", () =>
  inFolder(async (path) => {
    const foreign = {
      name: "web",
      rules: [{ ...rules[0], note: "mine" }],
      projects: { [project]: { autoApproveCommands: {}, color: "red" } },
      sessionsTotal: 7,
    };
    await Deno.writeTextFile(path, JSON.stringify(foreign));
    await updateAgentFile(path, "web", (file) => ({ ...file, kind: "claude" }));
    const file = await readAgentFile(path);
    assert.equal(file!["sessionsTotal"], 7);
    assert.equal(file!.projects[project]!["color"], "red");
    assert.equal((file!.rules[0] as unknown as { note: string }).note, "mine");
  }));

Deno.test("updateAgentFile() writes nothing when nothing changes", () =>
  inFolder(async (path) => {
    await updateAgentFile(path, "web", (file) => ({ ...file, rules }));
    const before = await Deno.stat(path);
    await updateAgentFile(path, "web", same);
    const after = await Deno.stat(path);
    assert.equal(after.ino, before.ino);
    assert.deepEqual(after.mtime, before.mtime);
  }));

Deno.test("a broken file is reported with line and column and left alone", () =>
  inFolder(async (path, folder) => {
    const broken =
      '{\n  "name": "web",\n  "rules": [,],\n  "projects": {}\n}\n';
    await Deno.writeTextFile(path, broken);
    const reports = (error: unknown) => {
      assert.ok(error instanceof OrchError);
      assert.match(error.message, /line 3, column 13: "," does not belong/);
      assert.match(error.message, /\.claude-agent-web\.json/);
      assert.equal(error.exitCode, 2);
      assert.match(error.hint!, /\+3 /);
      return true;
    };
    await assert.rejects(() => readAgentFile(path), reports);
    await assert.rejects(() => updateAgentFile(path, "web", same), reports);
    assert.equal(await Deno.readTextFile(path), broken);
    assert.deepEqual(await namesIn(folder), [".claude-agent-web.json"]);
  }));

Deno.test("a fault in a rule is reported with the rule and the field", () =>
  inFolder(async (path) => {
    const faults: [Record<string, unknown>, RegExp][] = [
      [{ tier: "harmless" }, /rule r-\w+: tier must be one of read, project/],
      [{ tier: "critical" }, /rule r-\w+: tier must be at most fetch/],
      [{ approvals: -1 }, /approvals must be a whole number/],
      [{ used: "yesterday" }, /used must be a date/],
      [{ pattern: {} }, /pattern must be a program or an exact text/],
      [{ pattern: { program: "x", flags: "-a" } }, /pattern\.flags must be/],
      [{ scope: "web" }, /scope must be an absolute path/],
      [{ id: 5 }, /rule 1: id must be a text/],
    ];
    for (const [change, message] of faults) {
      const rule = { ...rules[0], ...change };
      const file = { name: "web", rules: [rule], projects: {} };
      await Deno.writeTextFile(path, JSON.stringify(file));
      await assert.rejects(() => readAgentFile(path), { message });
    }
    const twice = { name: "web", rules: [rules[0], rules[0]], projects: {} };
    await Deno.writeTextFile(path, JSON.stringify(twice));
    await assert.rejects(() => readAgentFile(path), /twice: id must be unique/);
    await Deno.writeTextFile(path, '{"name":"web","rules":{},"projects":{}}');
    await assert.rejects(() => readAgentFile(path), /its field "rules"/);
    for (const entry of ["7", '"all"', "[]", '{"autoApproveCommands":[]}']) {
      const text = `{"name":"web","projects":{"/srv":${entry}}}`;
      await Deno.writeTextFile(path, text);
      await assert.rejects(() => readAgentFile(path), /its field "projects"/);
    }
  }));

Deno.test("a file of an earlier version becomes candidates, and loses nothing", () =>
  inFolder(async (path) => {
    const entries = {
      curl: true,
      PORT: true,
      Tips: true,
      sudo: true,
      curl_localhost: true,
      curl_3000: true,
      exact_npm_run_dev: true,
      exact_PORT_8080_node_app_js: true,
      "exact_rm_-rf__home": true,
      git_push: true,
      pytest: true,
      npm: false,
    };
    const earlier = {
      agent_name: "web",
      oauthAccount: { id: 7 },
      projects: {
        [project]: { autoApproveCommands: entries, mcpServers: { a: {} } },
        "relative": { autoApproveCommands: { pytest: true } },
      },
    };
    await Deno.writeTextFile(path, JSON.stringify(earlier));
    const read = await readAgentFile(path);
    assert.deepEqual(
      read!.rules.map(({ title, status, origin }) => [title, status, origin]),
      [
        ["curl localhost:3000/*", "candidate", "earlier"],
        ["npm run dev", "candidate", "earlier"],
        ["pytest", "candidate", "earlier"],
      ],
    );
    await updateAgentFile(path, "web", (file) => ({ ...file, kind: "claude" }));
    const file = await readAgentFile(path);
    assert.equal(file!.name, "web");
    assert.deepEqual(file!["oauthAccount"], { id: 7 });
    assert.deepEqual(file!.rules, read!.rules);
    const { autoApproveCommands, unconfirmedCommands, mcpServers } = file!
      .projects[project]!;
    assert.deepEqual(autoApproveCommands, {}, "nothing is approved by it");
    assert.deepEqual(mcpServers, { a: {} });
    const { curl_3000: _, exact_npm_run_dev: __, pytest: ___, ...rest } =
      entries;
    assert.deepEqual(unconfirmedCommands, rest);
    assert.deepEqual(
      file!.projects["relative"]!.unconfirmedCommands,
      { pytest: true },
    );
  }));

Deno.test("an entry that a person writes into the map waits to be confirmed", () =>
  inFolder(async (path) => {
    await updateAgentFile(path, "web", (file) => ({ ...file, rules }));
    const file = JSON.parse(await Deno.readTextFile(path));
    file.projects[project].autoApproveCommands.npm_run_lint = true;
    await Deno.writeTextFile(path, JSON.stringify(file));
    const read = await readAgentFile(path);
    assert.deepEqual(
      read!.rules.slice(rules.length).map(({ title, status }) => [
        title,
        status,
      ]),
      [["npm run lint", "candidate"]],
    );
  }));

Deno.test("a file that everyone may write allows nothing", () =>
  inFolder(async (path) => {
    await updateAgentFile(path, "web", (file) => ({ ...file, rules }));
    await Deno.chmod(path, 0o666);
    await assert.rejects(() => readAgentFile(path), /written by everyone/);
  }));

Deno.test("neither links nor folders are taken for an agent's file", () =>
  inFolder(async (path, folder) => {
    await Deno.writeTextFile(`${folder}/other`, "kept");
    await Deno.symlink(`${folder}/other`, path);
    await assert.rejects(() => readAgentFile(path), /not a plain file/);
    const change = (file: AgentFile) => ({ ...file, rules });
    await assert.rejects(() => updateAgentFile(path, "web", change));
    assert.equal(await Deno.readTextFile(`${folder}/other`), "kept");
    await Deno.remove(path);
    await Deno.mkdir(path);
    await assert.rejects(() => readAgentFile(path), /not a plain file/);
  }));

Deno.test({
  name: "a folder that may not be written is reported",
  // Nothing is forbidden to root.
  ignore: Deno.uid() === 0,
  fn: () =>
    inFolder(async (path, folder) => {
      await Deno.chmod(folder, 0o500);
      await assert.rejects(
        () => updateAgentFile(path, "web", (file) => ({ ...file, rules })),
        (error) => error instanceof OrchError && /ls -ld/.test(error.hint!),
      );
    }),
});

Deno.test("a folder that is not there is reported", () =>
  inFolder(async (_path, folder) => {
    const path = `${folder}/gone/.claude-agent-web.json`;
    await assert.rejects(
      () => updateAgentFile(path, "web", (file) => ({ ...file, rules })),
      (error) => error instanceof OrchError && error.message.includes(path),
    );
  }));

const program = (body: string) => `
  import { updateAgentFile } from ${
  JSON.stringify(new URL("./agent_file.ts", import.meta.url).href)
};
  const [path, who] = Deno.args;
  ${body}
`;

const config = new URL("../../../deno.json", import.meta.url).pathname;

function start(script: string, ...parameters: string[]): Deno.ChildProcess {
  return new Deno.Command(Deno.execPath(), {
    args: [
      ...["run", "--no-check", "--allow-read", "--allow-write"],
      // Outside the project nothing says what bare names mean.
      ...["--config", config, script, ...parameters],
    ],
    stdout: "piped",
    stderr: "inherit",
  }).spawn();
}

Deno.test("several processes at once lose nothing", () =>
  inFolder(async (path, folder) => {
    const script = `${folder}/writer.ts`;
    await Deno.writeTextFile(
      script,
      program(`
        for (let count = 0; count < 25; count += 1) {
          await updateAgentFile(path, "web", (file) => ({
            ...file,
            marks: [...file.marks ?? [], who + count],
          }));
        }
      `),
    );
    const writers = ["a", "b", "c", "d"].map((who) => start(script, path, who));
    const done = await Promise.all(writers.map((writer) => writer.output()));
    assert.ok(done.every(({ success }) => success));
    const file = await readAgentFile(path);
    const marks = file!["marks"] as string[];
    assert.equal(marks.length, 100);
    assert.equal(new Set(marks).size, 100);
    assert.deepEqual(
      (await namesIn(folder)).sort(),
      [".claude-agent-web.json", "writer.ts"],
    );
  }));

Deno.test("many updates in one process lose nothing", () =>
  inFolder(async (path) => {
    await Promise.all(
      Array.from(
        { length: 20 },
        (_, index) =>
          updateAgentFile(path, "web", (file) => ({
            ...file,
            marks: [...(file["marks"] as number[] | undefined) ?? [], index],
          })),
      ),
    );
    const file = await readAgentFile(path);
    assert.equal((file!["marks"] as number[]).length, 20);
  }));

Deno.test("a process killed while it writes leaves a whole file", () =>
  inFolder(async (path, folder) => {
    await updateAgentFile(path, "web", (file) => ({ ...file, rules }));
    const script = `${folder}/writer.ts`;
    await Deno.writeTextFile(
      script,
      program(`
        const filler = "x".repeat(4_000_000);
        for (let count = 0; ; count += 1) {
          await updateAgentFile(path, "web", (file) => ({
            ...file,
            filler: filler + count,
          }));
          console.log("wrote");
        }
      `),
    );
    for (let round = 0; round < 3; round += 1) {
      const writer = start(script, path);
      const reader = writer.stdout.getReader();
      const { done } = await reader.read();
      assert.equal(done, false, "the writer has written once");
      writer.kill("SIGKILL");
      await writer.status;
      await reader.cancel();
      const file = await readAgentFile(path);
      assert.deepEqual(file!.rules, rules);
      // Whatever was left behind is in nobody's way.
      await updateAgentFile(path, "web", (file) => ({ ...file, round }));
      assert.equal((await readAgentFile(path))!["round"], round);
    }
    assert.deepEqual(
      (await namesIn(folder)).sort(),
      [".claude-agent-web.json", "writer.ts"],
    );
  }));
