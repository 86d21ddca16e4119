import assert from "node:assert/strict";
import { runs } from "./process_ended.ts";
import { TestTmux } from "./test_tmux.ts";

Deno.test("TestTmux leaves no process and no file behind", async () => {
  const server = await TestTmux.start();
  const printed = await server.tmux(
    ...["new-window", "-P", "-F", "#{pane_pid}", "--", "sleep", "1000"],
  );
  await server.connect();
  assert.ok(await runs(server.pid));
  await server[Symbol.asyncDispose]();
  assert.equal(await runs(server.pid), false);
  assert.equal(await runs(Number(printed)), false);
  await assert.rejects(Deno.stat(server.directory), Deno.errors.NotFound);
});

Deno.test("TestTmux.until() fails with the screen", async () => {
  await using server = await TestTmux.start();
  await server.tmux("send-keys", "-t", server.pane, "echo this", "Enter");
  await server.until(server.pane, /^this$/m);
  await assert.rejects(
    server.until(server.pane, /that/, 1),
    /did not show \/that\/ within 1 ms:\n {2}\| \$ echo this\n {2}\| this\n/,
  );
});

Deno.test("TestTmux gives its panes a clean environment", async () => {
  await using server = await TestTmux.start();
  await server.tmux("send-keys", "-t", server.pane, "env | sort", "Enter");
  const screen = await server.until(server.pane, /TMUX_TMPDIR=.*\n\$/);
  assert.match(screen, new RegExp(`^HOME=${server.home}$`, "m"));
  assert.match(screen, new RegExp(`^TMUX=${server.socket},`, "m"));
  assert.doesNotMatch(screen, /CLAUDE|XDG|SSH/);
});
