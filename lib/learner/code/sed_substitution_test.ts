import assert from "node:assert/strict";
import { readSubstitution } from "./sed_substitution.ts";

Deno.test("readSubstitution() does what sed does", () => {
  const cases: [string, string, string][] = [
    ["s/a/b/", "aa\nba\n", "ba\nbb\n"],
    ["s/a/b/g", "aa\nba", "bb\nbb"],
    ["s|/x|/y|", "a/x\n", "a/y\n"],
    ["s/a\\.b/c/", "a.b axb\n", "c axb\n"],
    ["s/(a)+?{1}/b/", "(a)+?{1}\n", "b\n"],
    ["s/^a/b/", "aa\nba\n", "ba\nba\n"],
    ["s/a$/b/", "aa\n", "ab\n"],
    ["s/a/x\\&\\\\\\/y/", "a\n", "x&\\/y\n"],
    ["s/a//g", "banana\n", "bnn\n"],
    ["s/a.b/c/", "axb a.b\n", "c a.b\n"],
    ["s/a.*b/c/", "xaybzbq\nab\n", "xcq\nc\n"],
    ["s/a.b/c/", "ä axb\n", undefined!],
    ["s/a/b\\n  c/", "xa\n", "xb\n  c\n"],
    ["s/a/$1$&/", "a\n", undefined!],
    ["s/a/$1/", "a\n", "$1\n"],
    ["s/x/y/", "", ""],
  ];
  for (const [script, text, expected] of cases) {
    assert.equal(readSubstitution(script)?.(text), expected, script);
  }
});

Deno.test("readSubstitution() leaves alone what seds may read in other ways", () => {
  for (
    const script of [
      "",
      "d",
      "1s/a/b/",
      "s/a/b/;d",
      "s/a/b/e",
      "s/a/b/w f",
      "s/a/b/2",
      "s/a/b/I",
      "s/a*/c/",
      "s/a.**/c/",
      "s/[a]/c/",
      "s/\\(a\\)/c/",
      "s/a\\|b/c/",
      "s|a\\|b|c|",
      "s/a\\+/c/",
      "s/a\\{2\\}/c/",
      "s/\\ba/c/",
      "s/a\\n/c/",
      "s/a^/c/",
      "s/a$b/c/",
      "s/a/\\1/",
      "s/a/&&/",
      "s/a/b\\\nc/",
      "s//b/",
      "s/^/b/",
      "s/$/b/",
      "sxaxbx",
      "s a b ",
      "s/a/b",
    ]
  ) {
    assert.equal(readSubstitution(script), undefined, script);
  }
});
