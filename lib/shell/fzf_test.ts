import assert from "node:assert/strict";
import { parse } from "./mod.ts";

function runs(line: string): string[] {
  return parse(line, {}).commands
    .filter(({ wrappers }) => wrappers.length > 0)
    .map(({ name, arguments: words, wrappers }) =>
      `${wrappers.join(" ")}: ${
        [name, ...words].map((one) => one?.text).join(" ")
      }`
    );
}

Deno.test("parse() finds what fzf and fd run", () => {
  assert.deepEqual(runs("fzf --preview 'cat {} | head -5'"), [
    "fzf: cat {}",
    "fzf: head -5",
  ]);
  assert.deepEqual(runs("fzf --bind=focus:transform-header:echo\\ {1}"), [
    "fzf: echo {}",
  ]);
  assert.deepEqual(runs("fd -x head -3 \\; -X wc {} src"), [
    "fd: head -3 {}",
    "fd: wc {} src",
  ]);
  assert.deepEqual(runs("fd --exec mv {} {.}.bak"), ["fd: mv {} {.}.bak"]);
});

Deno.test("parse() refuses what fzf and fd run when it cannot be told", () => {
  for (
    const line of [
      "fzf --preview 'cat \"{}\"'",
      "fzf --preview 'a; b'",
      'fzf --preview "$X"',
      "fzf --preview",
      "fd -x",
    ]
  ) {
    assert.notEqual(parse(line, {}).opaque.length, 0, line);
  }
});

Deno.test("parse() says where the words come from that xargs adds", () => {
  const names = (line: string) => parse(line, {}).commands.at(-1)!.names;
  assert.equal(names("xargs cat"), "inherited");
  assert.equal(names("ls | xargs cat"), "pipe");
  assert.equal(names("xargs cat < list"), "file");
  assert.equal(names("xargs cat <<< list"), "text");
  assert.equal(names("ls | xargs xargs cat"), "pipe");
  assert.equal(names("ls | xargs timeout 5 cat"), "pipe");
  assert.equal(names("ls | cat"), undefined);
});
