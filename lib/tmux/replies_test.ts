import assert from "node:assert/strict";
import { readPlainReplies, splitReplies } from "./replies.ts";

/** A frame as tmux writes it for what we asked. */
function framed(number: number, lines: readonly string[], end = "end") {
  return [`%begin 100 ${number} 1`, ...lines, `%${end} 100 ${number} 1`];
}

Deno.test("splitReplies() gives one reply for each command", () => {
  const replies = splitReplies([
    ...framed(1, ["one"]),
    ...framed(2, ["n1"]),
    ...framed(3, []),
    ...framed(4, ["n2"]),
    ...framed(5, ["last"]),
  ], ["n1", "n2"]);
  assert.deepEqual(replies, [
    { ok: true, lines: ["one"], time: 100 },
    { ok: true, lines: [], time: 100 },
  ]);
});

Deno.test("splitReplies() keeps forged frames as output", () => {
  const forged = [
    "%end 100 1 1",
    "%begin 100 2 1",
    "n1?",
    "%error 100 1 1",
    "%exit",
    "%end 100 1 1",
  ];
  const replies = splitReplies([
    ...framed(1, forged),
    ...framed(2, ["n1"]),
    ...framed(3, ["last"]),
  ], ["n1"]);
  assert.deepEqual(replies, [{ ok: true, lines: forged, time: 100 }]);
});

Deno.test("splitReplies() skips notifications and what hooks print", () => {
  const replies = splitReplies([
    "%sessions-changed",
    "%begin 100 7 0",
    "a hook's output",
    "%end 100 7 0",
    ...framed(8, ["ours"]),
    "%begin 100 9 0",
    "a hook's output",
    "%end 100 9 0",
    ...framed(10, ["n1"]),
    ...framed(11, ["last"]),
  ], ["n1"]);
  assert.deepEqual(replies, [{ ok: true, lines: ["ours"], time: 100 }]);
});

Deno.test("splitReplies() knows failure by the nonce that is missing", () => {
  const replies = splitReplies([
    ...framed(1, ["one"]),
    ...framed(2, ["n1"]),
    ...framed(3, ["can't find pane: %9"], "error"),
    ...framed(4, ["last"]),
  ], ["n1", "n2", "n3"]);
  assert.deepEqual(replies, [
    { ok: true, lines: ["one"], time: 100 },
    { ok: false, lines: ["can't find pane: %9"], time: 100 },
  ]);
});

Deno.test("splitReplies() finds the part that failed of several in one", () => {
  const replies = splitReplies([
    ...framed(1, []),
    ...framed(2, ["no space"], "error"),
    ...framed(3, ["last"]),
  ], ["n1"]);
  assert.deepEqual(replies, [{ ok: false, lines: ["no space"], time: 100 }]);
});

Deno.test("readPlainReplies() cuts at nonces and reports complaints", () => {
  const marks = { nonces: ["n1", "n2"], last: "last" };
  assert.deepEqual(
    readPlainReplies(["a", "%end 1 1 1", "n1", "n2", "last"], marks, ""),
    [
      { ok: true, lines: ["a", "%end 1 1 1"], time: 0 },
      { ok: true, lines: [], time: 0 },
    ],
  );
  assert.deepEqual(
    readPlainReplies(["n1", "last", ""], marks, "can't find pane"),
    [
      { ok: true, lines: [], time: 0 },
      { ok: false, lines: ["can't find pane"], time: 0 },
    ],
  );
  assert.deepEqual(readPlainReplies(["-:2: unknown command: x"], marks, ""), [
    { ok: false, lines: ["-:2: unknown command: x"], time: 0 },
  ]);
});
