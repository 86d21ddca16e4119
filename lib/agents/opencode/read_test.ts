import assert from "node:assert/strict";
import { seededRandom } from "../../../test/harness/seeded_random.ts";
import type { AgentState } from "../agent.ts";
import { keyFor } from "./key.ts";
import { read } from "./read.ts";

/** What `test/agents/record.ts` has written about a screen. */
interface RecordedScreen {
  file: string;
  columns: number;
  rows: number;
  expected: {
    state: string;
    draft?: string;
    kind?: string;
    command?: string;
    path?: string;
    url?: string;
    server?: string;
    tool?: string;
    complete?: boolean;
    meanings?: string[];
  };
}

const folder = new URL("../../../test/fixtures/opencode/", import.meta.url);
const screens: RecordedScreen[] = JSON.parse(
  await Deno.readTextFile(new URL("screens.json", folder)),
);
const textOf = (file: string) => Deno.readTextFile(new URL(file, folder));

// deno-lint-ignore no-control-regex
const escapes = /\x1b\[[0-9;]*m/g;

const requestOf = (state: AgentState) =>
  state.state === "asking" ? state.request : undefined;

Deno.test("read reads recorded screens as what the model asked for", async (t) => {
  assert.ok(screens.length > 40);
  for (const { file, columns, rows, expected } of screens) {
    await t.step(file, async () => {
      const state = read({ text: await textOf(file), columns, rows });
      assert.equal(state.state, expected.state);
      if (expected.draft !== undefined) {
        assert.equal("draft" in state && state.draft, expected.draft);
      } else assert.equal("draft" in state, false);
      const request = requestOf(state);
      if (!request) return;
      if (expected.kind) assert.equal(request.kind, expected.kind);
      assert.equal(request.url, expected.url);
      if (expected.meanings) {
        assert.deepEqual(
          request.options.map(({ meaning }) => meaning),
          expected.meanings,
        );
      }
      if (expected.path !== undefined) {
        assert.ok(request.path?.endsWith(expected.path), request.path);
      }
      if (expected.complete === false) assert.equal(request.complete, false);
      if (request.complete && expected.command !== undefined) {
        assert.ok(request.readings?.includes(expected.command));
      }
      if (request.complete) {
        assert.equal(request.selected, 0);
        assert.deepEqual(keyFor(request, "once"), {
          key: "Enter",
          final: true,
        });
      }
    });
  }
});

Deno.test("read reads most recorded commands whole", async () => {
  let whole = 0;
  let all = 0;
  for (const { file, columns, rows, expected } of screens) {
    if (expected.command === undefined || !expected.complete) continue;
    const request = requestOf(
      read({ text: await textOf(file), columns, rows }),
    );
    all++;
    if (request?.complete) whole++;
  }
  // What fills the panel may go on, and is not taken for whole.
  assert.ok(whole / all > 0.8, `${whole} of ${all}`);
});

Deno.test("read takes the same from a capture without colours", async () => {
  for (const { file, columns, rows } of screens) {
    const text = await textOf(file);
    const seen = read({ text, columns, rows });
    const plain = read({ text: text.replace(escapes, ""), columns, rows });
    assert.equal(plain.state, seen.state, file);
    const request = requestOf(seen);
    const other = requestOf(plain);
    // Only colours tell what is highlighted.
    assert.equal(other?.selected, undefined, file);
    assert.deepEqual(
      other && { ...other, selected: 0 },
      request && {
        ...request,
        selected: 0,
      },
    );
  }
});

Deno.test("read tells the same without knowing the pane's size, or less", async () => {
  for (const { file, columns, rows } of screens) {
    const text = await textOf(file);
    const seen = requestOf(read({ text, columns, rows }));
    for (const one of [text, text.replace(escapes, "")]) {
      const guessed = requestOf(read({ text: one }));
      if (!guessed?.complete) continue;
      assert.deepEqual(guessed.readings, seen?.readings, file);
      assert.equal(guessed.path, seen?.path, file);
    }
  }
});

Deno.test("read never takes a panel for whole that is cut anywhere", async () => {
  for (const { file, columns, rows } of screens) {
    const text = await textOf(file);
    const seen = requestOf(read({ text, columns, rows }));
    if (!seen?.complete) continue;
    const lines = text.trimEnd().split("\n");
    const last = lines.findLastIndex((line) => line.includes("Allow once"));
    for (let end = last; end > 0; end--) {
      const cut = lines.slice(0, end).join("\n");
      const request = requestOf(read({ text: cut, columns, rows: end }));
      assert.ok(!request?.complete, `${file} cut at ${end}`);
    }
    const top = lines.findLastIndex((line) => line.includes("△"));
    for (let start = top; start < lines.length; start++) {
      const cut = lines.slice(start).join("\n");
      const request = requestOf(read({ text: cut, columns, rows }));
      assert.ok(!request?.complete, `${file} cut from ${start}`);
    }
    // A row taken out of its middle is another text, never this one.
    for (let at = top; at < last; at++) {
      // Below what is written, such a panel is filled up with blank rows.
      const blank = lines[at]!.replace(escapes, "")
        .slice(0, columns > 120 ? columns - 44 : columns).trim() === "┃";
      if (seen.kind === "edit" && blank) continue;
      const cut = lines.toSpliced(at, 1).join("\n");
      const request = requestOf(read({ text: cut, columns, rows }));
      assert.ok(
        !request?.complete || request.fingerprint !== seen.fingerprint,
        `${file} without ${at}`,
      );
    }
  }
});

Deno.test("read sees no panel once the composer is back under it", async () => {
  const composer = [
    "",
    "  ┃",
    "  ┃",
    "  ┃",
    "  ┃  Build · Some model",
    `  ╹${"▀".repeat(75)}`,
    "   /src/shop                                  15 (0%)  ctrl+p commands",
  ];
  for (const { file, columns, rows } of screens) {
    const text = await textOf(file);
    const plain = text.replace(escapes, "").trimEnd();
    if (!plain.includes("Allow once") || columns > 120) continue;
    if (plain.includes("Search")) continue;
    const state = read({
      text: [plain, ...composer].join("\n"),
      columns,
      rows: rows + composer.length,
    });
    assert.notEqual(state.state, "asking", file);
  }
});

Deno.test("read survives whatever the screen holds", async () => {
  const next = seededRandom(11);
  const pieces = ["┃", "△", "╹▀▀▀", "  ", "\x1b[48;2;1;2;3m", "█", "日", "\n"];
  for (const { file, columns, rows } of screens) {
    const text = await textOf(file);
    for (let i = 0; i < 12; i++) {
      const at = next(text.length);
      const piece = pieces[next(pieces.length)]!;
      const broken = text.slice(0, at) + piece +
        text.slice(at + next(40));
      const state = read({ text: broken, columns, rows });
      assert.equal(typeof state.state, "string", file);
      const request = requestOf(state);
      if (request?.complete) assert.equal(request.incompleteBecause, undefined);
    }
  }
});

const panel = (...rows: string[]) => ({
  text: [
    "",
    "  ┃",
    "  ┃  △ Permission required",
    ...rows.map((row) => `  ┃${row}`),
    "  ┃",
    "  ┃",
    "  ┃   Allow once   Allow always   Reject             ctrl+f fullscreen  ⇆ select  enter confirm",
    "  ┃",
    "",
  ].join("\n"),
  columns: 100,
});

Deno.test("read wants the folder's panel to be a person's", () => {
  const request = requestOf(
    read(panel(
      "    ← Access external directory ~/notes",
      "",
      "  Patterns",
      "",
      "  - ~/notes/*",
    )),
  );
  assert.equal(request?.kind, "trust");
  assert.equal(request?.path, "~/notes");
  assert.equal(request?.complete, false);
});

Deno.test("read takes a patch of several files for no file", () => {
  const request = requestOf(
    read(panel("    → Edit a.js, b.js", "", "  1 + x")),
  );
  assert.equal(request?.kind, "edit");
  assert.equal(request?.complete, false);
});

Deno.test("read does not know panels that it was not shown", () => {
  const request = requestOf(
    read(panel("    ☢ Launch something", "", "  now")),
  );
  assert.equal(request?.kind, "question");
  assert.equal(request?.complete, false);
});

Deno.test("read does not take what lies over a command for a part of it", () => {
  const request = requestOf(
    read(panel("    # Shell command", "", "  $ rm -rf x   ┃ Copied ┃")),
  );
  assert.equal(request?.complete, false);
});

Deno.test("read takes no block of a tool's output for a panel", async () => {
  let tried = 0;
  for (const { file, columns, rows, expected } of screens) {
    if (!expected.command) continue;
    const text = await textOf(file);
    const row = text.split("\n").find((line) => line.includes("△"));
    // deno-lint-ignore no-control-regex
    const sign = /\x1b\[[\d;]+m△/.exec(row ?? "")?.[0];
    if (sign === undefined) continue;
    // Such a block has another bar; the sign is text like any other.
    const block = text.replaceAll(sign, "\x1b[38;2;238;238;238m△");
    const state = read({ text: block, columns, rows });
    assert.notEqual(state.state, "asking", file);
    tried++;
  }
  assert.ok(tried > 20, String(tried));
});
