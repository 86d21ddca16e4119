import assert from "node:assert/strict";
import { screenRows } from "./screen_row.ts";

Deno.test("screenRows carries a style over to the next row", () => {
  const [first, second] = screenRows("a\x1b[2mb\nc\x1b[0md");
  assert.deepEqual(first?.runs?.map((run) => run.faint), [false, true]);
  assert.deepEqual(second?.runs?.map((run) => run.faint), [true, false]);
  assert.equal(second?.text, "cd");
});

Deno.test("screenRows is not misled by the numbers of colours", () => {
  const [row] = screenRows("\x1b[38;5;2mgreen\x1b[48;2;7;2;7mback\x1b[39mx");
  assert.ok(row?.runs?.every((run) => !run.faint && !run.inverse));
  assert.deepEqual(row?.runs?.map((run) => run.color), [
    "38;5;2",
    "38;5;2",
    "",
  ]);
  assert.deepEqual(row?.runs?.map((run) => run.background), [
    "",
    "48;2;7;2;7",
    "48;2;7;2;7",
  ]);
});

Deno.test("screenRows tells the background", () => {
  const [row] = screenRows("\x1b[41ma\x1b[101mb\x1b[49mc\x1b[48;5;9md\x1b[0me");
  assert.deepEqual(row?.runs?.map((run) => run.background), [
    "41",
    "101",
    "",
    "48;5;9",
    "",
  ]);
});

Deno.test("screenRows drops links and keeps other spaces than the last", () => {
  const [row] = screenRows("\x1b]8;;http://x\x1b\\link\x1b]8;;\x1b\\ \u00a0  ");
  assert.equal(row?.text, "link \u00a0");
  assert.deepEqual(screenRows(" a  \n\n").map((r) => r.text), [" a", ""]);
});
