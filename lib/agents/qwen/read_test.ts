import assert from "node:assert/strict";
import type { AgentState } from "../agent.ts";
import { seededRandom } from "../../../test/harness/seeded_random.ts";
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
    complete?: boolean;
    meanings?: string[];
  };
}

const folder = new URL("../../../test/fixtures/qwen/", import.meta.url);
const screens: RecordedScreen[] = JSON.parse(
  await Deno.readTextFile(new URL("screens.json", folder)),
);
const textOf = (file: string) => Deno.readTextFile(new URL(file, folder));

// deno-lint-ignore no-control-regex
const escapes = /\x1b\[[0-9;]*m/g;

const requestOf = (state: AgentState) =>
  state.state === "asking" ? state.request : undefined;

Deno.test("read reads recorded screens as what the model asked for", async (t) => {
  assert.ok(screens.length > 30);
  for (const { file, columns, rows, expected } of screens) {
    await t.step(file, async () => {
      const state = read({ text: await textOf(file), columns, rows });
      assert.equal(state.state, expected.state);
      if (expected.draft !== undefined) {
        assert.equal("draft" in state && state.draft, expected.draft);
      }
      const request = requestOf(state);
      if (!request) return;
      assert.equal(request.kind, expected.kind);
      if (expected.complete !== undefined) {
        // What does not fit into a low pane is folded or out of view.
        const folded = rows < 40 && /folded|out of view|shown/.test(
          request.incompleteBecause ?? "",
        );
        const wanted = expected.complete && !folded;
        // A long command is whole where the pane is wide enough.
        if (wanted || expected.command === undefined) {
          assert.equal(request.complete, wanted, request.incompleteBecause);
        }
      }
      if (expected.meanings) {
        assert.deepEqual(
          request.options.map(({ meaning }) => meaning),
          expected.meanings,
        );
      }
      if (expected.path !== undefined) {
        assert.ok(request.path?.endsWith(expected.path), request.path);
      }
      assert.equal(request.url, expected.url);
      if (request.complete && expected.command !== undefined) {
        assert.ok(request.readings?.includes(expected.command));
      }
    });
  }
});

Deno.test("read takes the same from a capture without colours", async () => {
  for (const { file, columns, rows } of screens) {
    const text = await textOf(file);
    assert.deepEqual(
      read({ text: text.replace(escapes, ""), columns, rows }),
      read({ text, columns, rows }),
      file,
    );
  }
});

Deno.test("read never takes a cut dialog for another whole one", async () => {
  for (const { file, columns, rows } of screens) {
    const text = (await textOf(file)).replace(escapes, "").trimEnd();
    const whole = requestOf(read({ text, columns, rows }));
    if (!whole) continue;
    const lines = text.split("\n");
    for (let cut = 1; cut < lines.length; cut++) {
      const above = requestOf(
        read({ text: lines.slice(cut).join("\n"), columns, rows }),
      );
      if (above?.complete) {
        assert.deepEqual(above.readings, whole.readings, `${file} ${cut}`);
      }
      const below = requestOf(
        read({ text: lines.slice(0, -cut).join("\n"), columns, rows }),
      );
      assert.equal(below?.complete ?? false, false, `${file} -${cut}`);
    }
  }
});

Deno.test("read takes no dialog in the transcript for one", async () => {
  const idle = screens.find(({ file }) => /idle-fresh/.test(file))!;
  const composer = (await textOf(idle.file)).trimEnd().split("\n").slice(-8);
  for (const { file, columns, rows, expected } of screens) {
    if (expected.state !== "asking" || columns !== idle.columns) continue;
    const lines = (await textOf(file)).trimEnd().split("\n");
    const text = [...lines, "", ...composer].join("\n");
    assert.equal(read({ text, columns, rows }).state, "idle", file);
    // Quoted, it is indented, and other text can follow.
    const quoted = lines.map((line) => `  ${line.replace(escapes, "")}`);
    for (const after of [[], ["", "✦ So it goes."]]) {
      const text = [...quoted, ...after].join("\n");
      const request = requestOf(read({ text, columns: columns + 2, rows }));
      assert.equal(request?.complete ?? false, false, file);
    }
  }
});

Deno.test("read survives whatever a screen can hold", async () => {
  const random = seededRandom(7);
  const pick = <T>(some: readonly T[]) => some[random(some.length)]!;
  const odd = [
    "│",
    "╭──╮",
    "╰──╯",
    "",
    " ",
    "\u200b",
    "● 1. ",
    "\x1b[7m",
    "─".repeat(80),
    "漢",
    "…",
  ];
  for (const { file, columns, rows } of screens) {
    const lines = (await textOf(file)).split("\n");
    for (let round = 0; round < 20; round++) {
      const changed = [...lines];
      for (let change = 0; change < 4; change++) {
        const at = random(changed.length);
        const row = changed[at]!;
        const cut = random(row.length + 1);
        changed[at] = pick([
          row.slice(0, cut),
          row.slice(0, cut) + pick(odd) + row.slice(cut),
          pick(odd),
          pick(changed),
        ]);
      }
      const text = changed.join("\n");
      const { state } = read({ text, columns, rows });
      assert.equal(typeof state, "string");
      assert.equal(typeof read({ text }).state, "string");
    }
  }
});
