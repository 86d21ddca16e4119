import assert from "node:assert/strict";
import { parse } from "./mod.ts";

/** The commands of a line with their places in pipes. */
function placed(text: string): string[] {
  return parse(text, {}).commands.map(({ name, pipes }) =>
    [name!.value, ...pipes.map(({ pipe, part }) => `${pipe}.${part}`)].join(" ")
  );
}

Deno.test("parse() tells which part of which pipe a command is", () => {
  assert.deepEqual(placed("a; b | c | d"), ["a", "b 0.0", "c 0.1", "d 0.2"]);
  assert.deepEqual(placed("{ a; b; } | c"), ["a 0.0", "b 0.0", "c 0.1"]);
  assert.deepEqual(placed("a | (b | c; d)"), [
    "a 0.0",
    "b 0.1 1.0",
    "c 0.1 1.1",
    "d 0.1",
  ]);
  assert.deepEqual(placed("a $(b | c) | d"), [
    "a 0.0",
    "b 0.0 1.0",
    "c 0.0 1.1",
    "d 0.1",
  ]);
  assert.deepEqual(placed("bash -c 'a | b' | c"), [
    "a 0.0 1.0",
    "b 0.0 1.1",
    "c 0.1",
  ]);
  assert.deepEqual(placed("for x in 1 2; do a $x | b; done"), [
    "a 0.0",
    "b 0.1",
    "a 1.0",
    "b 1.1",
  ]);
});
