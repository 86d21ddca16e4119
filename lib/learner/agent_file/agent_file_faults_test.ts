import assert from "node:assert/strict";
import { OrchError } from "../../errors/mod.ts";
import {
  type AgentFile,
  readAgentFile,
  updateAgentFile,
} from "./agent_file.ts";
import { inFolder, namesIn, rules, same } from "./testing.ts";

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
    await Deno.writeTextFile(path, '{"name":"web","projects":[]}');
    await assert.rejects(() => readAgentFile(path), /its field "projects"/);
  }));

Deno.test("a fault in a project is reported with the project and the field", () =>
  inFolder(async (path) => {
    const faults: [string, RegExp][] = [
      ["7", /in project \/srv must be an object/],
      ['"all"', /in project \/srv must be an object/],
      ["[]", /in project \/srv must be an object/],
      ['{"autoApproveCommands":[]}', /autoApproveCommands must be an object/],
      // What was denied must not be lost for want of a bracket.
      ['{"deny":"git push *"}', /\/srv: deny must be a list of patterns/],
      ['{"ask":{"npm publish":true}}', /ask must be a list of patterns/],
      ['{"allow":["ls",5]}', /allow must be a list of patterns/],
      ['{"deny":null}', /deny must be a list of patterns/],
    ];
    for (const [entry, message] of faults) {
      const text = `{"name":"web","projects":{"/srv":${entry}}}`;
      await Deno.writeTextFile(path, text);
      await assert.rejects(() => readAgentFile(path), { message });
    }
  }));

Deno.test("a file that cannot be read is reported", () =>
  inFolder(async (path) => {
    await Deno.writeTextFile(path, "no folder");
    await assert.rejects(
      () => readAgentFile(`${path}/.claude-agent-web.json`),
      (error) =>
        error instanceof OrchError && /cannot be read/.test(error.message) &&
        /ls -ld/.test(error.hint!),
    );
  }));

Deno.test({
  name: "a file that only someone else may read is reported",
  // Nothing is forbidden to root.
  ignore: Deno.uid() === 0,
  fn: () =>
    inFolder(async (path) => {
      await Deno.writeTextFile(path, "{}", { mode: 0o000 });
      await assert.rejects(() => readAgentFile(path), /cannot be read/);
    }),
});

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
