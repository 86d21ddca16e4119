import assert from "node:assert/strict";
import { inputCommands, whatBecame } from "./input_commands.ts";

const give = ["send-keys -t %1 -- 1"];

Deno.test("inputCommands() puts rows where tmux does not read them", () => {
  const hostile = "#{pid}*?[a]\\,}$HOME";
  const commands = inputCommands({
    pane: "%1",
    give,
    rows: [hostile],
    nonce: "n",
  });
  const [set, look] = commands.look.split(" ; if-shell ");
  assert.equal(
    set,
    'set-option -s @orch_row_n_0 "\\#{pid}\\\\*\\\\?\\\\[a\\\\]\\\\\\\\,}\\$HOME"',
  );
  assert.ok(!look?.includes("pid"));
  assert.match(commands.clean, /set-option -su @orch_row_n_0/);
});

Deno.test("inputCommands() leaves a mode only where no row is asked for", () => {
  const plain = inputCommands({ pane: "%1", give, nonce: "n" });
  assert.match(plain.look, /copy-mode -q -t %1 ; send-keys/);
  const asked = inputCommands({ pane: "%1", give, rows: ["a"], nonce: "n" });
  assert.doesNotMatch(asked.look, /copy-mode/);
  assert.match(asked.look, /pane_in_mode/);
});

Deno.test("whatBecame() names what stands against input", () => {
  const cases: [string | undefined, boolean, RegExp | undefined][] = [
    ["1,%1,0,0,0", true, undefined],
    [",%1,0,0,0", false, undefined],
    [",%1,1,0,0", false, /program has ended/],
    [",%1,0,1,0", false, /input is turned off/],
    [",%1,0,0,1", false, /synchronized/],
    [",%1,1,0,0,0", false, /server is gone/],
    [",%1,0,1,0,0", false, /program has ended/],
    [",,0,0,0", false, /can't find the pane/],
    [undefined, false, /can't find the pane/],
  ];
  for (const [line, given, obstacle] of cases) {
    const outcome = whatBecame(line);
    assert.equal(outcome.given, given, line);
    if (obstacle) assert.match(outcome.obstacle ?? "", obstacle, line);
    else assert.equal(outcome.obstacle, undefined, line);
  }
});
