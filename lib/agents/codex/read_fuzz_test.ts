import assert from "node:assert/strict";
import { seededRandom } from "../../../test/harness/seeded_random.ts";
import { read } from "./read.ts";

interface RecordedScreen {
  file: string;
  columns: number;
  expected: { kind?: string; command?: string };
}

const folder = new URL("../../../test/fixtures/codex/", import.meta.url);
const screens: RecordedScreen[] = JSON.parse(
  await Deno.readTextFile(new URL("screens.json", folder)),
);
const texts = await Promise.all(
  screens.map(({ file }) => Deno.readTextFile(new URL(file, folder))),
);

/** What stands in screens, and may come to stand at any place in them. */
const scraps = [
  ...["› ", "  ", "\n", "\n\n", "$ ", "1. ", "(y)", "\x1b[1m", "\x1b[0m"],
  ...["Press enter to confirm or esc to cancel", "• ", "■ ", "↓", "…"],
  ...["Would you like to run the following command?", "日本", "\t", "\x1b[3m"],
];

/** A screen with some of it lost, doubled or put in anew. */
function mutate(text: string, below: (most: number) => number): string {
  let made = text;
  for (let count = 1 + below(4); count > 0; count--) {
    const at = below(made.length + 1);
    const length = below(30);
    const scrap = scraps[below(scraps.length)]!;
    const rows = made.split("\n");
    const row = below(rows.length);
    switch (below(5)) {
      case 0:
        made = made.slice(0, at) + made.slice(at + length);
        break;
      case 1:
        made = made.slice(0, at) + scrap + made.slice(at);
        break;
      case 2:
        made = rows.filter((_, index) => index !== row).join("\n");
        break;
      case 3:
        made = rows.toSpliced(below(rows.length), 0, rows[row]!).join("\n");
        break;
      default:
        made = rows.slice(below(rows.length)).join("\n");
    }
  }
  return made;
}

Deno.test("read reads any screen, and what it reads whole is on it", () => {
  const below = seededRandom(7);
  let whole = 0;
  for (let round = 0; round < 6000; round++) {
    const at = below(texts.length);
    const text = mutate(texts[at]!, below);
    const { columns } = screens[at]!;
    const state = read(below(2) === 0 ? { text } : { text, columns });
    if (state.state !== "asking" || !state.request.complete) continue;
    whole++;
    const { request } = state;
    // deno-lint-ignore no-control-regex
    const shown = text.replace(/\x1b\[[0-9;:]*m/g, "").replace(/\s+/g, "");
    for (const row of request.evidence) {
      assert.ok(shown.includes(row.replace(/\s+/g, "")), row);
    }
    const once = request.options.filter(({ meaning }) => meaning === "once");
    assert.equal(once.length, 1, text);
    if (request.kind !== "command") continue;
    const command = request.command!.replace(/\s+/g, "");
    assert.ok(command === "" || shown.includes(command), request.command);
  }
  assert.ok(whole > 300, String(whole));
});

Deno.test("read gives no command but the one that was asked for to lost rows", () => {
  let whole = 0;
  for (const [at, { columns, expected }] of screens.entries()) {
    if (expected.kind !== "command") continue;
    const rows = texts[at]!.trimEnd().split("\n");
    const asked = expected.command!.replace(/\s+/g, "");
    for (let top = 0; top < rows.length; top++) {
      for (let end = rows.length; end > rows.length - 3; end--) {
        const text = rows.slice(top, end).join("\n");
        const state = read({ text, columns });
        if (state.state !== "asking" || !state.request.complete) continue;
        whole++;
        assert.equal(state.request.command!.replace(/\s+/g, ""), asked);
      }
    }
  }
  assert.ok(whole > 300, String(whole));
});
