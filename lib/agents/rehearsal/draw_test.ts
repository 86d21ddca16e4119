import assert from "node:assert/strict";
import {
  commandDialog,
  editDialog,
  questionDialog,
  trustDialog,
  writeDialog,
} from "./dialog.ts";
import { draw } from "./draw.ts";
import { idleStage as idle } from "./testing.ts";
import type { Dialog } from "./dialog.ts";
import type { Stage } from "./stage.ts";

const asking = (dialog: Dialog): Stage => ({
  ...idle,
  activity: { kind: "asking", dialog, selected: 0 },
});

const picture = (stage: Stage, columns: number, rows: number) =>
  // deno-lint-ignore no-control-regex
  draw(stage, { columns, rows }).rows.join("\n").replace(/\x1b\[\d*m/g, "");

Deno.test("draw shows a transcript and an idle composer", async (t) => {
  await t.assertSnapshot(picture(
    {
      ...idle,
      blocks: [
        { kind: "message", text: "add express\nand test it" },
        {
          kind: "say",
          text: "I will install it and run the tests after that.",
        },
        {
          kind: "call",
          tool: "Run",
          subject: "npm install express",
          state: "approved",
          output: ["added 64 packages", "a", "b", "c", "d", "e"],
        },
        {
          kind: "call",
          tool: "Run",
          subject: "git push --force origin main",
          state: "denied",
          output: ["Denied"],
        },
        { kind: "notice", text: "Worked for 3s" },
      ],
    },
    48,
    28,
  ));
});

Deno.test("draw shows work, queued messages and a long draft", async (t) => {
  await t.assertSnapshot(picture(
    {
      ...idle,
      activity: { kind: "working", seconds: 3, frame: 1 },
      queued: ["also look at the README"],
      draft: "first line\n" + "日本".repeat(14) + "\nlast",
    },
    40,
    16,
  ));
});

Deno.test("draw shows each kind of dialog", async (t) => {
  const command = commandDialog("npm test -- --watch=false", {
    description: "Run the tests",
  });
  await t.assertSnapshot(picture(asking(command), 60, 16));
  const long = commandDialog(
    "cat > deploy.sh <<'EOF'\nfor host in a b; do\n  scp -r dist $host:/srv; done\n\nEOF",
    { always: false },
  );
  await t.assertSnapshot(picture(asking(long), 40, 20));
  const write = writeDialog("src/config.js", "const a = 1;\n\nb();\n", false);
  await t.assertSnapshot(picture(asking(write), 40, 20));
  const edit = editDialog("src/a/rather/long/path/of/a/file.js", "a", "b\nc");
  await t.assertSnapshot(picture(asking(edit), 30, 20));
  await t.assertSnapshot(picture(asking(trustDialog("/srv/shop")), 40, 12));
  const question = questionDialog("Which database?", ["SQLite", "PG"]);
  await t.assertSnapshot(picture(asking(question), 40, 10));
});

Deno.test("draw keeps the end of a dialog that is too tall", async (t) => {
  const dialog = writeDialog("a.txt", "line\n".repeat(30), false);
  await t.assertSnapshot(picture(asking(dialog), 40, 14));
});

Deno.test("draw fills the terminal exactly at every size", () => {
  for (const columns of [1, 20, 41, 200]) {
    for (const rows of [1, 2, 5, 24]) {
      for (const stage of [idle, asking(commandDialog("ls -la"))]) {
        assert.equal(draw(stage, { columns, rows }).rows.length, rows);
      }
    }
  }
});
