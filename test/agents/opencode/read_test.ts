/**
 * The real OpenCode, asked for a great many things by a model that says what
 * the test wants: whether its panels are read exactly.
 */
import assert from "node:assert/strict";
import { folderNames } from "../../harness/mod.ts";
import { confirm } from "../../../lib/agents/mod.ts";
import { atDesk } from "../lab/desk.ts";
import { opencodeClient } from "./client.ts";
import { longCommand } from "../lab/scenes.ts";

const x = (count: number) => "x".repeat(count);

/** Commands that are hard to read off a screen. */
const hard: readonly string[] = [
  "npm publish --access public",
  `git commit -m "fix: don't drop \\"it\\" (#12)"  --no-verify`,
  longCommand,
  "mkdir -p build\ncp -r src build/\n\ntouch build/done",
  "cat > x <<'EOF'\nfor h in a b; do\n  ssh \"$h\" 'x'\ndone\nEOF",
  "touch 'héllo wörld — 日本語 🎉.txt'",
  `node ${"漢字".repeat(40)}.js --flag ${x(70)} ${x(30)} end`,
  `node a.js ${x(40)} --message=a,b;c:d/e.f (g) [h] {i} ${x(30)} j?k!l m`,
  "kill $(lsof -t -i:3000) 2>/dev/null; node app.js",
  "rm a\\ b \\\n  && touch c \\\n  && touch d",
  `touch ${x(80)}/${x(40)}-${x(40)}`,
  "echo 🎉🎉🎉 — 日本語日本語日本語 --a-b-c 日本語日本語日本語/日本語日本語日本語.txt -z",
  "│ bar ┃ heavy",
];

/** Commands that fill a row to the last cell, one less, and one more. */
const brims = (width: number): readonly string[] =>
  [-1, 0, 1].flatMap((more) => [
    `touch ${x(width - 8 + more)}`,
    `touch a-b ${x(width - 12 + more)}`,
    // The same in a second row.
    `touch ${x(width - 30)} ${x(30)} ${x(width - 31 + more)}`,
  ]);

for (
  const [columns, rows, width] of [
    ...[[60, 50, 50], [140, 50, 88]],
  ] as const
) {
  atDesk(
    opencodeClient,
    `commands are read exactly at ${columns}x${rows}`,
    { columns, rows },
    async (desk) => {
      const { lab } = desk;
      for (const command of [...hard, ...brims(width)]) {
        const request = await desk.ask(command);
        let whole = true;
        const seen = `${JSON.stringify(command)}\n${await lab.capture(false)}`;
        assert.equal(request.kind, "command", seen);
        const call = { id: "1", kind: "command", command } as const;
        const settled = confirm(request, [call]);
        if (request.complete) {
          assert.ok(request.readings?.includes(command), seen);
        } else {
          // What fills the panel may go on below, and wide characters are
          // wrapped at places that cannot be told.
          assert.match(
            request.incompleteBecause!,
            /may go on|lie over|wide characters/,
            seen,
          );
          assert.equal(request.settledByRecord, true, seen);
          whole = settled.complete;
        }
        assert.equal(settled.complete, whole, settled.incompleteBecause);
        if (whole) assert.equal(settled.command, command);
        assert.equal(request.selected, 0, seen);
        await desk.leave();
      }
      assert.deepEqual(await folderNames(lab.project), []);
    },
  );
}
