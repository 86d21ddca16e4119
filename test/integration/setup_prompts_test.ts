import assert from "node:assert/strict";
import { agents } from "../../lib/agents/mod.ts";
import { Journal } from "../../lib/journal/mod.ts";
import { pathsOf } from "../../lib/paths/mod.ts";
import { moduleCache, TestTmux } from "../harness/mod.ts";

const cli = new URL("../../cli.ts", import.meta.url).pathname;

Deno.test("setup asks a person for folder, kind and name", async () => {
  await using server = await TestTmux.start();
  await Deno.mkdir(`${server.home}/shop`);
  const type = async (text: string) => {
    await server.tmux("send-keys", "-t", server.pane, "-l", text);
    await server.tmux("send-keys", "-t", server.pane, "Enter");
  };
  const program = `DENO_DIR='${await moduleCache()}' '${Deno.execPath()}'`;
  await type(`clear; ${program} run -q -A '${cli}' setup`);
  await server.until(server.pane, /Project folder/, 20_000);
  await type("shop");
  const kinds = Object.keys(agents).join(", ");
  const screen = await server.until(server.pane, /Kind of agent/);
  assert.ok(screen.replaceAll("\n", " ").includes(`(${kinds})`), screen);
  await type("clippy");
  await server.until(server.pane, /one of those in brackets/);
  // Takes out what was typed, key by key.
  await server.tmux("send-keys", "-t", server.pane, "-N", "6", "BSpace");
  await type("gemini");
  await server.until(server.pane, /Agent name/);
  await type("");
  await server.until(server.pane, /Set up shop \(gemini\)/, 20_000);
  using journal = Journal.open(pathsOf({ HOME: server.home }).journal);
  assert.equal(journal.agents.require("shop").kind, "gemini");
});
