import assert from "node:assert/strict";
import type { Request } from "../agent.ts";
import { outcome } from "./outcome.ts";

const request = (command: string): Request => ({
  kind: "command",
  command,
  complete: true,
  options: [],
  selected: undefined,
  fingerprint: "",
  evidence: [],
});

const after = (...rows: string[]) => ({ text: rows.join("\n") });

Deno.test("outcome tells from the transcript what was answered", () => {
  const asked = request("npm test");
  const ran = after("╭────╮", "  │ ✓  Shell npm test     │", "╰────╯");
  assert.equal(outcome(asked, ran), "approved");
  const denied = after("╭────╮", "  │ -  Shell npm test     │", "╰────╯");
  assert.equal(outcome(asked, denied), "denied");
  assert.equal(outcome(asked, after("✦ Done.")), "unknown");
});

Deno.test("outcome leaves it open where the command is not named", () => {
  const other = after("  │ ✓  Shell npm publish │");
  assert.equal(outcome(request("npm test"), other), "unknown");
  assert.equal(outcome(request(""), other), "unknown");
});

Deno.test("outcome goes by the latest of equal calls", () => {
  const both = after("  │ -  Shell npm test │", "", "  │ ✓  Shell npm test │");
  assert.equal(outcome(request("npm test"), both), "approved");
});
