import assert from "node:assert/strict";
import { parse } from "../../shell/mod.ts";
import { expandBraces, isHarmlessText, pathText } from "./words.ts";

function word(text: string) {
  const [command] = parse(`x ${text}`, { directory: "/p" }).commands;
  return command!.arguments[0]!;
}

Deno.test("pathText() replaces the home at the start of a path", () => {
  const world = { project: "/p", home: "/home/dev", resolve: String };
  const cases: [string, string | undefined][] = [
    ["~", "/home/dev"],
    ["~/a/b", "/home/dev/a/b"],
    ["$HOME/a", "/home/dev/a"],
    ['"$HOME/a"', "/home/dev/a"],
    ['"${HOME}"/a', "/home/dev/a"],
    ["'~/a'", "~/a"],
    ["~root/a", undefined],
    ["$HOMEX/a", undefined],
    ["$HOME/$x", undefined],
    ["$HOME/*", undefined],
    ["a/b", "a/b"],
  ];
  for (const [text, path] of cases) {
    assert.equal(pathText(word(text), world), path, text);
  }
});

Deno.test("isHarmlessText() refuses what runs code or shows secrets", () => {
  for (
    const text of ["a", "$x", '"$1 and $?"', '"$(date)"', "$((1 + 2))", "*"]
  ) {
    assert.equal(isHarmlessText(word(text)), true, text);
  }
  for (
    const text of [
      "$API_TOKEN",
      '"${DB_PASSWORD}"',
      "${x@P}",
      "${!x}",
      "${x:=y}",
      '"$[ 1 ]"',
    ]
  ) {
    assert.equal(isHarmlessText(word(text)), false, text);
  }
});

Deno.test("arithmetic may be printed, as what it runs is refused before", () => {
  assert.equal(isHarmlessText(word("$((x + 1))")), true);
  assert.notDeepEqual(parse("echo $((x + 1))", {}).opaque, []);
  assert.deepEqual(parse("x=1; echo $((x + 1))", {}).opaque, []);
});

Deno.test("expandBraces() does what the shell does with plain braces", () => {
  const texts = (text: string) =>
    expandBraces(word(text)).map((one) => one.text);
  assert.deepEqual(texts("docs/{a,b}/x"), ["docs/a/x", "docs/b/x"]);
  assert.deepEqual(texts("{a,b}{1,2}"), ["a1", "a2", "b1", "b2"]);
  assert.deepEqual(texts("{/etc/shadow,}"), ["/etc/shadow", ""]);
  for (const text of ["{}", "{a}", "{1..3}", "'{a,b}'", "~/{a,b}", "{a,$b}"]) {
    assert.deepEqual(texts(text), [text]);
  }
});
