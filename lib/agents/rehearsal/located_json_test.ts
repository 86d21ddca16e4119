import assert from "node:assert/strict";
import { JsonError, parseLocated } from "./located_json.ts";

Deno.test("parseLocated gives what JSON.parse gives", () => {
  for (
    const text of [
      "{}",
      " [ ] ",
      "null",
      '"a\\"\\u00e9\\n"',
      "-1.5e3",
      '{"a":{"b":[1,{"c":null}],"":"x"},"d":true}',
      '[[],{},[[1]],"]"]',
    ]
  ) {
    assert.deepEqual(parseLocated(text).value, JSON.parse(text), text);
  }
});

Deno.test("parseLocated knows where values stand", () => {
  const json = parseLocated('{\n  "a": [\n    1,\n    {"b": "x"}\n  ]\n}');
  assert.deepEqual(json.place([]), { line: 1, column: 1 });
  assert.deepEqual(json.place(["a", 0]), { line: 3, column: 5 });
  assert.deepEqual(json.place(["a", 1, "b"]), { line: 4, column: 11 });
});

Deno.test("parseLocated says what is wrong and where", () => {
  const cases: [string, number, number, RegExp][] = [
    ["", 1, 1, /Expected a value instead of the end/],
    ['{\n "a" 1}', 2, 6, /Expected ':'/],
    ['{"a":1,}', 1, 8, /Expected a key instead of \}/],
    ["[1 2]", 1, 4, /Expected ',' or '\]'/],
    ['{"a":1,\n"a":2}', 2, 1, /"a" is there twice/],
    ["[1]\n x", 1, 4, /Expected the end/],
    ['["open', 1, 2, /instead of '"'/],
    ["[01]", 1, 2, /Expected a value instead of 01/],
    ["{,}", 1, 2, /Expected a key/],
  ];
  for (const [text, line, column, message] of cases) {
    assert.throws(() => parseLocated(text), (error) => {
      assert.ok(error instanceof JsonError);
      assert.match(error.message, message);
      assert.deepEqual(error.place, { line, column }, text);
      return true;
    });
  }
});
