/** Dialogs as releases before 2.1.197 draw them, to be changed. */
import assert from "node:assert/strict";
import type { Request } from "../agent.ts";
import { read } from "./read.ts";

function reading(rows: readonly string[], columns = 80): Request | undefined {
  const state = read({ text: rows.join("\n"), columns });
  return state.state === "asking" ? state.request : undefined;
}

const wall = (text: string) => `│ ${text.padEnd(76)} │`;
const box = (rows: readonly string[]) => [
  "● Bash(npm install)",
  `╭${"─".repeat(78)}╮`,
  ...rows.map(wall),
  `╰${"─".repeat(78)}╯`,
];
const asked = (body: readonly string[]) => [
  "Bash command",
  "",
  ...body.map((row) => `  ${row}`),
  "",
  "Do you want to proceed?",
  "❯ 1. Yes",
  "  2. No, and tell Claude what to do differently (esc)",
];

Deno.test("read takes a dialog out of its box", () => {
  const request = reading(box(asked(["npm install", "Install it"])));
  assert.equal(request?.complete, true);
  assert.equal(request?.command, "npm install");
  assert.equal(request?.description, "Install it");
  assert.deepEqual(
    request?.options.map(({ meaning }) => meaning),
    ["once", "deny"],
  );
});

Deno.test("read takes no dialog out of a box that is not whole", () => {
  const whole = box(asked(["npm install", "Install it"]));
  for (const at of whole.keys()) {
    if (at === 0) continue;
    const without = whole.toSpliced(at, 1);
    const broken = whole.toSpliced(at, 1, whole[at]!.slice(0, -1));
    for (const rows of [broken, ...at === 1 ? [without] : []]) {
      assert.ok(!reading(rows)?.complete, rows.join("\n"));
    }
  }
  const narrow = whole.map((row) => row.replace("──────────", ""));
  assert.ok(!reading(narrow)?.complete);
});

Deno.test("read gives each place where the description may begin", () => {
  const rows = ["npm test", "rm -rf dist", "Test and clean"];
  const request = reading(box(asked(rows)));
  assert.deepEqual(request?.readings, ["npm test\nrm -rf dist", "npm test"]);
  const strange = reading(box(asked(["npm test", "rm -rf dist"])));
  assert.equal(strange?.complete, false);
});

const rule = "─".repeat(60);
const spilled = [
  rule,
  " Bash command",
  "",
  "   npm test",
  "   Run the tests",
  "",
  " Do you want to proceed?",
  " ❯ 1. Yes",
  "  2. Yes, and don't ask again for npm commands in /srv/websho",
  "p",
  "",
  "   3. Type here to tell Claude what to do differently",
  "",
  " Esc to cancel",
];

Deno.test("read puts a label together that spilled over its row", () => {
  const request = reading(spilled, 60);
  assert.equal(request?.complete, true);
  assert.deepEqual(
    request?.options.map(({ key, label, meaning }) => [key, label, meaning]),
    [
      ["1", "Yes", "once"],
      [
        "2",
        "Yes, and don't ask again for npm commands in /srv/webshop",
        "always",
      ],
      ["3", "Type here to tell Claude what to do differently", "deny"],
    ],
  );
  // With more room, nothing would have spilled over.
  const wide = spilled.with(0, "─".repeat(100));
  assert.ok(!reading(wide, 100)?.complete);
});

Deno.test("read wants the colours of a frame that no text can have", () => {
  const blue = (text: string) => `\x1b[38;5;153m${text}\x1b[39m`;
  const grey = (text: string) => `\x1b[38;5;246m${text}\x1b[39m`;
  const coloured = spilled.with(0, blue(rule)).with(1, blue(" Bash command"))
    .with(4, grey("   Run the tests"));
  assert.equal(reading(coloured, 60)?.complete, true);
  for (const at of [0, 1]) {
    const plain = coloured.with(at, spilled[at]!);
    assert.equal(reading(plain, 60)?.complete, false);
  }
  // The frame alone may be out of view.
  assert.equal(reading(coloured.slice(1), 60)?.complete, true);
  assert.equal(reading(coloured.slice(2), 60)?.complete, false);
  assert.equal(reading(spilled.slice(1), 60)?.complete, false);
});

Deno.test("read wants a title that fits the question", () => {
  const question = (text: string) => spilled.with(6, ` ${text}`);
  assert.equal(
    reading(question("Do you want to create npm?"), 60)?.complete,
    false,
  );
});
