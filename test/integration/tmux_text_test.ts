import assert from "node:assert/strict";
import { TestTmux } from "../harness/mod.ts";

Deno.test("Tmux types text that looks like keys, flags and separators", async () => {
  await using server = await TestTmux.start();
  const tmux = await server.connect();
  const pane = await tmux.newSession({
    name: "cat",
    directory: server.home,
    argv: ["sh", "-c", "stty -echo; echo ready; exec cat"],
  });
  await server.until(pane, /ready/);
  const hostile = [
    "C-c",
    "Enter",
    "-x",
    ";",
    "trailing;",
    "~root",
    "$HOME ${HOME}",
    "#{pid} #(touch x) #S",
    "{ braces }",
    `"double" 'single' \\back\\`,
    "%if %end 1 1 1",
    "é ✓ 漢字 👩‍💻",
  ];
  for (const text of hostile) {
    await tmux.sendText(pane, text);
    await tmux.sendKey(pane, "Enter");
  }
  await server.until(pane, /👩‍💻/);
  const { text } = await tmux.capture(pane);
  assert.deepEqual(text.trimEnd().split("\n"), ["ready", ...hostile]);
});
