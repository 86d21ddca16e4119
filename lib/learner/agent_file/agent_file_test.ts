import assert from "node:assert/strict";
import { project } from "../testing.ts";
import { readAgentFile, updateAgentFile } from "./agent_file.ts";
import { inFolder, namesIn, rules, same } from "./testing.ts";

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
