import assert from "node:assert/strict";
import { meaningOf, readOptions } from "./options.ts";

Deno.test("meaningOf approves by no label but the plain one", () => {
  const labels: [string, string][] = [
    ["Yes", "once"],
    ["Yes, and don’t ask again for: npm test *", "always"],
    ["Yes, and don't ask again for: echo auto mode", "always"],
    ["Yes, and always allow access to /tmp from this project", "always"],
    ["Yes, and allow /tmp access and tee x commands", "always"],
    ["Yes, allow all edits during this session (shift+tab)", "always"],
    ["Yes, and switch to accept edits (auto-approve file edits)", "always"],
    ["Yes, allow reading from /etc during this session", "always"],
    ["Yes, and switch to auto mode · auto mode handles these", "other"],
    ["Yes, and use auto mode", "other"],
    ["Yes, and bypass permissions", "other"],
    ["Yes please", "other"],
    ["yes", "other"],
    ["No", "deny"],
    ["No, and tell Claude what to do differently (esc)", "deny"],
    ["Nothing", "other"],
    ["", "other"],
  ];
  for (const [label, meaning] of labels) {
    assert.equal(meaningOf(label, "command"), meaning, label);
  }
  assert.equal(meaningOf("Yes", "question"), "other");
  assert.equal(meaningOf("Yes, I trust this folder", "trust"), "once");
  assert.equal(meaningOf("Yes, I trust this folder", "command"), "other");
});

Deno.test("readOptions reads the key off each row and joins wrapped labels", () => {
  const { options, selected, heads, trouble } = readOptions(
    [
      "   1. Yes",
      " ❯ 2. Yes, and don't ask again for npm run and git push commands in",
      "      /srv/shop",
      "   3. No",
    ],
    1,
    "command",
  );
  assert.deepEqual(options, [
    { key: "1", label: "Yes", meaning: "once" },
    {
      key: "2",
      label:
        "Yes, and don't ask again for npm run and git push commands in /srv/shop",
      meaning: "always",
    },
    { key: "3", label: "No", meaning: "deny" },
  ]);
  assert.equal(selected, 1);
  assert.equal(heads[0], "1. Yes");
  assert.equal(trouble, undefined);
});

Deno.test("readOptions reads rows that lack the space after the number", () => {
  const { options, trouble } = readOptions(
    [
      " ❯ 1. Yes",
      "   2.Yes, and don't ask again for mkdir -p build, and touch build/done in",
      "     /srv/shop",
      "   3. No",
    ],
    1,
    "command",
  );
  assert.equal(trouble, undefined);
  assert.deepEqual(options.map(({ key, meaning }) => [key, meaning]), [
    ["1", "once"],
    ["2", "always"],
    ["3", "deny"],
  ]);
});

Deno.test("readOptions takes no continuation for an option", () => {
  const { options } = readOptions(
    [
      " ❯ 1. Yes",
      "   2. Yes, and don't ask again for: echo",
      "      3. Yes",
      "   3. No",
    ],
    1,
    "command",
  );
  assert.deepEqual(options.map(({ meaning }) => meaning), [
    "once",
    "always",
    "deny",
  ]);
});

Deno.test("readOptions says when rows do not fit together", () => {
  const troubles = [
    [" ❯ 1. Yes", "   3. No"],
    [" ❯ 1. Yes", " ❯ 2. No"],
    ["Yes", "No"],
    [],
  ];
  for (const rows of troubles) {
    assert.ok(readOptions(rows, 1, "command").trouble, rows.join("|"));
  }
});
