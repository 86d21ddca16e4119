import assert from "node:assert/strict";
import type { KeptScreen } from "../../monitor/mod.ts";
import { unknownFindings } from "./unknown_findings.ts";

const screen: KeptScreen = {
  kind: "claude",
  version: "9.9.9",
  reason: "dialog",
  detail: "this kind of dialog is not known",
  columns: 80,
  rows: 24,
  title: "",
  at: 60_000,
  file: "/s/unknown/claude-1.ansi",
};

Deno.test("unknownFindings() sums up by kind, and names the newest", () => {
  const found = unknownFindings([
    screen,
    { ...screen, kind: "codex", version: null, at: 70_000, file: "/s/x.ansi" },
    { ...screen, version: "9.9.10", at: 80_000, file: "/s/claude-2.ansi" },
  ], 140_000);
  assert.deepEqual(found.map(({ name }) => name), [
    "screens of claude 9.9.9, 9.9.10 that orch does not know",
    "screens of codex that orch does not know",
  ]);
  assert.match(
    found[0]!.detail,
    /^2 \(this kind of dialog is not known\), .* 1m/,
  );
  assert.match(found[0]!.hint!, /claude-2\.ansi/);
  assert.deepEqual(unknownFindings([], 0), []);
});
