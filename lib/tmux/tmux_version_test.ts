import assert from "node:assert/strict";
import { parseTmuxVersion, tmuxVersion } from "./tmux_version.ts";

Deno.test("parseTmuxVersion() reads releases and builds", () => {
  const cases: [string, number, number][] = [
    ["tmux 3.3a\n", 3, 3],
    ["tmux 3.2", 3, 2],
    ["tmux 3.10", 3, 10],
    ["tmux 4.0-rc2", 4, 0],
    ["tmux next-3.8", 3, 8],
    ["3.5a", 3, 5],
  ];
  for (const [text, major, minor] of cases) {
    const version = parseTmuxVersion(text);
    assert.deepEqual([version.major, version.minor], [major, minor], text);
  }
  assert.equal(parseTmuxVersion("tmux master").text, "master");
  assert.equal(parseTmuxVersion("tmux openbsd-7.6").text, "openbsd-7.6");
});

Deno.test("parseTmuxVersion() refuses what is too old, with a way out", () => {
  for (const text of ["tmux 3.1c", "tmux 2.9", "tmux 1.8"]) {
    assert.throws(() => parseTmuxVersion(text), {
      message: `${text} is too old: orch needs 3.2 or newer`,
      hint: /apt install tmux|brew install tmux/,
    });
  }
});

Deno.test("tmuxVersion() asks the tmux that is installed", async () => {
  const { major, text } = await tmuxVersion();
  assert.ok(major >= 3, text);
});
