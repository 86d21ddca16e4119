import assert from "node:assert/strict";
import { agents } from "../agents/mod.ts";
import { type Paths, pathsOf } from "../paths/mod.ts";
import { installHooks, removeHooks } from "./hook_installation.ts";

async function atHome(work: (home: string, paths: Paths) => Promise<void>) {
  const home = await Deno.realPath(await Deno.makeTempDir());
  try {
    await Deno.mkdir(`${home}/shop`);
    await work(home, pathsOf({ HOME: home }));
  } finally {
    await Deno.remove(home, { recursive: true });
  }
}

const install = (paths: Paths, name: string, version = "0.61.0") =>
  installHooks({
    paths,
    name,
    agent: agents.gemini,
    project: `${paths.home}/shop`,
    version,
  });

Deno.test("installHooks leaves a person's file that stands in its way", () =>
  atHome(async (home, paths) => {
    const extension = `${home}/.gemini/extensions/orch-dev`;
    const file = `${extension}/gemini-extension.json`;
    await Deno.mkdir(extension, { recursive: true });
    await Deno.writeTextFile(file, '{"name": "mine"}');
    await assert.rejects(install(paths, "dev"), /was not made for this agent/);
    assert.equal(await Deno.readTextFile(file), '{"name": "mine"}');
    assert.deepEqual(await removeHooks(paths, "dev"), []);
    assert.equal(await Deno.readTextFile(file), '{"name": "mine"}');
  }));

Deno.test("installHooks takes no other agent's files", () =>
  atHome(async (home, paths) => {
    await install(paths, "a-b");
    const file = `${home}/.gemini/extensions/orch-a-b/hooks/hooks.json`;
    const before = await Deno.readTextFile(file);
    // Gemini CLI's names have no underscores.
    await assert.rejects(install(paths, "a_b"), /was not made for this agent/);
    assert.deepEqual(await removeHooks(paths, "a_b"), []);
    assert.equal(await Deno.readTextFile(file), before);
  }));

Deno.test("installHooks brings its own files up to date", () =>
  atHome(async (home, paths) => {
    const setUp = (version: string) =>
      installHooks({
        paths,
        name: "dev",
        agent: agents.claude,
        project: `${home}/shop`,
        version,
      });
    const file = `${paths.agentFolder("dev")}/plugin/hooks/hooks.json`;
    await setUp("2.0.76");
    const before = await Deno.readTextFile(file);
    await setUp("2.1.330");
    assert.notEqual(await Deno.readTextFile(file), before);
    await setUp("2.1.330");
    const removed = await removeHooks(paths, "dev");
    assert.ok(removed.length > 0);
    assert.ok(removed.every(({ change }) => change === "removed"));
  }));
