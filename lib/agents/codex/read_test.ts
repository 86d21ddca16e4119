import assert from "node:assert/strict";
import {
  requestOf,
  withoutColours,
} from "../../../test/harness/golden_screens.ts";
import { readGoldenScreens } from "../../../test/harness/read_golden_screens.ts";
import { codex } from "./codex.ts";

const screens = await readGoldenScreens(codex, {
  atLeast: 100,
  composer: 4,
  scraps: [
    ...["Press enter to confirm or esc to cancel", "■ ", "\x1b[3m"],
    "Would you like to run the following command?",
  ],
  // A short pane leaves rows of a dialog out, options among them.
  mayDiffer: ({ screen }, { complete }) => screen.rows < 40 && !complete,
  offered: ({ screen, expected }, { complete, options }) =>
    screen.rows < 40 && !complete
      ? options.map(({ meaning }) => meaning)
      : expected.meanings ?? [],
});

const asking = screens.flatMap(({ file, screen }) => {
  const request = requestOf(codex.read(screen));
  return request ? [{ file, screen, request }] : [];
});

Deno.test("read knows a dialog again wherever the highlight stands", () => {
  for (const { file, screen } of asking) {
    const plain = withoutColours(screen.text);
    const request = requestOf(codex.read({ ...screen, text: plain }))!;
    if (request.options.length < 2) continue;
    const moved = plain.replace(/^( *)› 1\./gm, "$1  1.")
      .replace(/^( *) {2}2\.(?=.*\n[^]{0,900}$)/m, "$1› 2.");
    const again = requestOf(codex.read({ ...screen, text: moved }));
    assert.equal(again?.fingerprint, request.fingerprint, file);
  }
});

Deno.test("read gives keys only for dialogs that may be answered", () => {
  for (const { file, request } of asking) {
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
