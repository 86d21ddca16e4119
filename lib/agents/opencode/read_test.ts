import assert from "node:assert/strict";
import {
  requestOf,
  withoutColours,
} from "../../../test/harness/golden_screens.ts";
import { readGoldenScreens } from "../../../test/harness/read_golden_screens.ts";
import { opencode } from "./opencode.ts";
import { read } from "./read.ts";

const screens = await readGoldenScreens(opencode, {
  atLeast: 40,
  composer: 8,
  lastRow: /Allow once/,
  scraps: ["△", "╹▀▀▀", "█", "   Allow once   Allow always   Reject"],
  // What fills the panel may go on, and is not taken for whole.
  mayDiffer: (_, { incompleteBecause = "" }) =>
    /may go on/.test(incompleteBecause),
  check({ expected }, state) {
    assert.equal("draft" in state, expected.draft !== undefined);
    const request = requestOf(state);
    if (!request?.complete) return;
    assert.equal(request.selected, 0);
    const key = { key: "Enter", final: true };
    assert.deepEqual(opencode.keyFor(request, "once"), key);
  },
});

Deno.test("read reads most recorded commands whole", () => {
  const commands = screens.filter(({ expected }) =>
    expected.command !== undefined && expected.complete
  );
  const whole = commands.filter(({ screen }) =>
    requestOf(read(screen))?.complete
  );
  const [count, all] = [whole.length, commands.length];
  assert.ok(count / all > 0.8, `${count} of ${all}`);
});

Deno.test("read takes no panel for whole whose top or middle is cut", () => {
  for (const { file, screen } of screens) {
    const { text, columns } = screen;
    const seen = requestOf(read(screen));
    if (!seen?.complete) continue;
    const lines = text.trimEnd().split("\n");
    const last = lines.findLastIndex((line) => line.includes("Allow once"));
    const top = lines.findLastIndex((line) => line.includes("△"));
    for (let start = top; start < lines.length; start++) {
      const cut = lines.slice(start).join("\n");
      const request = requestOf(read({ ...screen, text: cut }));
      assert.ok(!request?.complete, `${file} cut from ${start}`);
    }
    // A row taken out of its middle is another text, never this one.
    for (let at = top; at < last; at++) {
      // Below what is written, such a panel is filled up with blank rows.
      const blank = withoutColours(lines[at]!)
        .slice(0, columns > 120 ? columns - 44 : columns).trim() === "┃";
      if (seen.kind === "edit" && blank) continue;
      const cut = lines.toSpliced(at, 1).join("\n");
      const request = requestOf(read({ ...screen, text: cut }));
      assert.ok(
        !request?.complete || request.fingerprint !== seen.fingerprint,
        `${file} without ${at}`,
      );
    }
  }
});

const panel = (...rows: string[]) => ({
  text: [
    "",
    "  ┃",
    "  ┃  △ Permission required",
    ...rows.map((row) => `  ┃${row}`),
    "  ┃",
    "  ┃",
    "  ┃   Allow once   Allow always   Reject             ctrl+f fullscreen  ⇆ select  enter confirm",
    "  ┃",
    "",
  ].join("\n"),
  columns: 100,
});

Deno.test("read wants the folder's panel to be a person's", () => {
  const request = requestOf(
    read(panel(
      "    ← Access external directory ~/notes",
      "",
      "  Patterns",
      "",
      "  - ~/notes/*",
    )),
  );
  assert.equal(request?.kind, "trust");
  assert.equal(request?.path, "~/notes");
  assert.equal(request?.complete, false);
});

Deno.test("read takes a patch of several files for no file", () => {
  const request = requestOf(
    read(panel("    → Edit a.js, b.js", "", "  1 + x")),
  );
  assert.equal(request?.kind, "edit");
  assert.equal(request?.complete, false);
});

Deno.test("read does not know panels that it was not shown", () => {
  const request = requestOf(
    read(panel("    ☢ Launch something", "", "  now")),
  );
  assert.equal(request?.kind, "question");
  assert.equal(request?.complete, false);
});

Deno.test("read does not take what lies over a command for a part of it", () => {
  const request = requestOf(
    read(panel("    # Shell command", "", "  $ rm -rf x   ┃ Copied ┃")),
  );
  assert.equal(request?.complete, false);
});

Deno.test("read takes no block of a tool's output for a panel", () => {
  let tried = 0;
  for (const { file, screen, expected } of screens) {
    const { text } = screen;
    if (!expected.command) continue;
    const row = text.split("\n").find((line) => line.includes("△"));
    // deno-lint-ignore no-control-regex
    const sign = /\x1b\[[\d;]+m△/.exec(row ?? "")?.[0];
    if (sign === undefined) continue;
    // Such a block has another bar; the sign is text like any other.
    const block = text.replaceAll(sign, "\x1b[38;2;238;238;238m△");
    const state = read({ ...screen, text: block });
    assert.notEqual(state.state, "asking", file);
    tried++;
  }
  assert.ok(tried > 20, String(tried));
});
