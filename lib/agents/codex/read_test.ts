import assert from "node:assert/strict";
import type { AgentState } from "../agent.ts";
import { codex } from "./codex.ts";
import { read } from "./read.ts";

/** What `test/agents/record.ts` has written about a screen. */
interface RecordedScreen {
  file: string;
  columns: number;
  rows: number;
  title?: string;
  expected: {
    state: string;
    draft?: string;
    kind?: string;
    command?: string;
    path?: string;
    server?: string;
    tool?: string;
    complete?: boolean;
    meanings?: string[];
  };
}

const folder = new URL("../../../test/fixtures/codex/", import.meta.url);
const screens: RecordedScreen[] = JSON.parse(
  await Deno.readTextFile(new URL("screens.json", folder)),
);
const texts = new Map<string, string>();
for (const { file } of screens) {
  texts.set(file, await Deno.readTextFile(new URL(file, folder)));
}
const textOf = (file: string) => texts.get(file)!;

// deno-lint-ignore no-control-regex
const escapes = /\x1b\[[0-9;]*m/g;

const requestOf = (state: AgentState) =>
  state.state === "asking" ? state.request : undefined;

Deno.test("read reads recorded screens as what the model asked for", async (t) => {
  assert.ok(screens.length > 100);
  for (const { file, columns, rows, title, expected } of screens) {
    await t.step(file, () => {
      const text = textOf(file);
      const named = title === undefined ? {} : { title };
      const state = read({ text, columns, rows, ...named });
      assert.equal(state.state, expected.state);
      if (expected.draft !== undefined) {
        assert.equal("draft" in state && state.draft, expected.draft);
      }
      const request = requestOf(state);
      if (!request) return;
      assert.equal(request.kind, expected.kind);
      assert.equal(request.server, expected.server);
      assert.equal(request.tool, expected.tool);
      const shown = request.options.map(({ meaning }) => meaning);
      // A short pane leaves rows of a dialog out.
      const cut = rows < 40 && !request.complete;
      if (expected.complete !== undefined && !cut) {
        assert.equal(
          request.complete,
          expected.complete,
          request.incompleteBecause,
        );
      }
      if (expected.meanings && !cut) {
        assert.deepEqual(shown, expected.meanings);
      }
      if (expected.path !== undefined) {
        assert.ok(request.path?.endsWith(expected.path), request.path);
      }
      if (request.complete && expected.command !== undefined) {
        assert.ok(
          request.readings?.includes(expected.command),
          request.command,
        );
        // Each of them is as likely to run as the one that was meant.
        assert.ok(request.command!.length > 0);
      }
    });
  }
});

Deno.test("read takes no more from a capture without colours", () => {
  for (const { file, columns, rows } of screens) {
    const text = textOf(file);
    const seen = read({ text, columns, rows });
    const plain = read({ text: text.replace(escapes, ""), columns, rows });
    assert.equal(plain.state, seen.state, file);
    const request = requestOf(plain);
    assert.deepEqual(request?.options, requestOf(seen)?.options, file);
    if (!request?.complete) continue;
    assert.ok(requestOf(seen)?.complete, file);
    assert.equal(request.command, requestOf(seen)?.command, file);
  }
});

Deno.test("read knows commands without being told the width", () => {
  for (const { file, expected } of screens) {
    const request = requestOf(read({ text: textOf(file) }));
    if (!request?.complete || expected.command === undefined) continue;
    assert.ok(request.readings?.includes(expected.command), file);
  }
});

Deno.test("read names rows that a key can be tied to", () => {
  for (const { file, columns, rows } of screens) {
    const text = textOf(file);
    const request = requestOf(read({ text, columns, rows }));
    if (!request) continue;
    const shown = text.replace(escapes, "").split("\n");
    assert.ok(request.evidence.length > 0, file);
    for (const row of request.evidence) {
      assert.equal(row, row.trim(), file);
      assert.ok(shown.some((one) => one.includes(row)), `${file}: ${row}`);
    }
  }
});

Deno.test("read knows a dialog again wherever the highlight stands", () => {
  for (const { file, columns, rows } of screens) {
    const plain = textOf(file).replace(escapes, "");
    const request = requestOf(read({ text: plain, columns, rows }));
    if (!request || request.options.length < 2) continue;
    const moved = plain.replace(/^( *)› 1\./gm, "$1  1.")
      .replace(/^( *) {2}2\.(?=.*\n[^]{0,900}$)/m, "$1› 2.");
    const again = requestOf(read({ text: moved, columns, rows }));
    assert.equal(again?.fingerprint, request.fingerprint, file);
  }
});

Deno.test("read lets no dialog be answered that lost a row anywhere", () => {
  let tried = 0;
  for (const { file, columns, rows, expected } of screens) {
    const lines = textOf(file).trimEnd().split("\n");
    const request = requestOf(read({ text: lines.join("\n"), columns, rows }));
    if (!request?.complete || expected.command === undefined) continue;
    for (let top = 1; top < lines.length; top++) {
      const text = lines.slice(top).join("\n");
      const cut = requestOf(read({ text, columns, rows }));
      if (!cut?.complete) continue;
      // Only what stands above the dialog may have gone.
      assert.equal(cut.fingerprint, request.fingerprint, `${file} - ${top}`);
      tried++;
    }
    for (let end = 1; end < 8; end++) {
      const text = lines.slice(0, -end).join("\n");
      const cut = requestOf(read({ text, columns, rows }));
      assert.ok(!cut?.complete, `${file} lacks ${end} rows at its end`);
    }
  }
  assert.ok(tried > 0);
});

Deno.test("read gives keys only for dialogs that may be answered", () => {
  for (const { file, columns, rows } of screens) {
    const request = requestOf(read({ text: textOf(file), columns, rows }));
    if (!request) continue;
    const once = codex.keyFor(request, "once");
    if (request.kind === "command" || request.kind === "edit") {
      assert.deepEqual(once, { key: "y", final: true }, file);
    } else if (request.kind === "mcp") assert.equal(once?.key, "1", file);
    else if (request.kind === "trust") {
      assert.deepEqual(once, {
        key: "Enter",
        rows: ["› 1. Trust and continue"],
        final: true,
      });
    } else assert.equal(once, undefined, file);
    const deny = codex.keyFor(request, "deny");
    const plain = ["command", "edit", "mcp"].includes(request.kind);
    assert.equal(deny?.key, plain ? "Escape" : undefined, file);
  }
});
