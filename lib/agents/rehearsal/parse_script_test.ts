import assert from "node:assert/strict";
import { OrchError } from "../../errors/mod.ts";
import { parseScript } from "./parse_script.ts";

Deno.test("parseScript takes every kind of step", () => {
  const script = {
    name: "all",
    guard: 150,
    outputRows: 2,
    afterDenial: "wait",
    then: "exit",
    path: ["bin"],
    home: "home",
    steps: [
      { trust: true },
      { say: "Hello." },
      { run: "ls", description: "Look", directory: "src", always: "ls *" },
      { run: "a; b", always: false, numbered: false },
      { run: "git status", swap: { after: 200, run: "rm -rf build" } },
      { write: { path: "a.txt", text: "" }, numbered: false },
      { edit: { path: "a.txt", from: "a", to: "" } },
      { together: [{ run: "a" }, { run: "a" }] },
      { pause: 10 },
      { wait: "message" },
      { question: "Which?", choices: ["a", "b"] },
      { repeat: 2, steps: [{ repeat: 1, steps: [{ say: "Again." }] }] },
      { limit: "3:00 PM", lasts: 1000 },
      { error: "500" },
      { crash: 3 },
    ],
  };
  assert.deepEqual(parseScript(JSON.stringify(script, null, 2)), script);
});

Deno.test("parseScript says where a script is wrong", () => {
  const cases: [string, RegExp][] = [
    ["{", /^week\.json:1:2: Expected a value or '}' instead of the end$/],
    ["[]", /^week\.json:1:1: it must be an object$/],
    ['{"name": "x"}', /^week\.json:1:1: it lacks steps$/],
    ['{"name": "", "steps": []}', /:1:10: name must be a text that is not/],
    [
      '{"name":"x","steps":[\n  {"say":"a"},\n  {"run": 3}\n]}',
      /:3:11: steps\[1\]\.run must be a text that is not empty$/,
    ],
    [
      '{"name":"x","steps":[\n  {"run":"a","cwd":"b"}]}',
      /:2:20: steps\[0\]\.cwd is not known here$/,
    ],
    ['{"name":"x","steps":[{"jump": 1}]}', /:1:22: steps\[0\] must be a step/],
    ['{"name":"x","steps":["say"]}', /steps\[0\] must be a step/],
    [
      '{"name":"x","steps":[{"together":[{"say":"a"}]}]}',
      /steps\[0\]\.together\[0\] must be a step: an object with one of run, /,
    ],
    [
      '{"name":"x","steps":[{"repeat":1,"steps":[{"pause":-1}]}]}',
      /steps\[0\]\.steps\[0\]\.pause must be a whole number, 0 or more$/,
    ],
    ['{"name":"x","steps":[{"crash":256}]}', /an exit code from 0 to 255$/],
    ['{"name":"x","then":"stop","steps":[]}', /must be "idle" or "exit"$/],
    ['{"name":"x","steps":[],"__proto__":1}', /__proto__ is not known here$/],
  ];
  for (const [json, message] of cases) {
    assert.throws(() => parseScript(json, "week.json"), (error) => {
      assert.ok(error instanceof OrchError, String(error));
      assert.match(error.message, message);
      assert.equal(error.exitCode, 2);
      return true;
    });
  }
});
