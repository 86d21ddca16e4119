import assert from "node:assert/strict";
import { findJsonFault } from "./json_fault.ts";

Deno.test("findJsonFault() finds nothing in JSON", () => {
  for (
    const text of [
      "null",
      ' { "a": [1, -2.5e3, "x\\u0041\\n", true, {}, []] } \n',
      '""',
    ]
  ) {
    JSON.parse(text);
    assert.equal(findJsonFault(text), undefined, text);
  }
});

Deno.test("findJsonFault() names the first place that is wrong", () => {
  const cases: [string, number, number, string][] = [
    ["", 1, 1, "the end of the file"],
    ["{", 1, 2, "the end of the file"],
    ['{"a": x}', 1, 7, '"x"'],
    ['{"a": 1,}', 1, 9, '"}"'],
    ["[1 2]", 1, 4, '"2"'],
    ['{\n  "a": [\n    1,\n  ]\n}', 4, 3, '"]"'],
    ['{"a" 1}', 1, 6, '"1"'],
    ["{'a': 1}", 1, 2, '"\'"'],
    ['["a\nb"]', 1, 4, '"\\n"'],
    ['["\\x"]', 1, 3, '"\\\\"'],
    ["{} {}", 1, 4, '"{"'],
    ["[01]", 1, 3, '"1"'],
    ["[tru]", 1, 2, '"t"'],
    ['{"a": "unfinished', 1, 18, "the end of the file"],
  ];
  for (const [text, line, column, found] of cases) {
    assert.throws(() => JSON.parse(text), text);
    assert.deepEqual(findJsonFault(text), { line, column, found }, text);
  }
});
