import assert from "node:assert/strict";
import type { Request } from "../agent.ts";
import { gemini } from "../gemini/mod.ts";
import { qwen } from "../qwen/mod.ts";

const request = (command: string): Request => ({
  kind: "command",
  command,
  complete: true,
  options: [],
  selected: undefined,
  fingerprint: "",
  evidence: [],
});

// Qwen Code indents all that it writes.
for (
  const [{ kind, outcome }, indent] of [[gemini, ""], [qwen, "  "]] as const
) {
  const after = (...rows: string[]) => ({
    text: rows.map((row) => indent + row).join("\n"),
  });

  Deno.test(`${kind}: outcome tells from the transcript what was answered`, () => {
    const asked = request("npm test");
    const ran = after("╭────╮", "│ ✓  Shell npm test     │", "╰────╯");
    assert.equal(outcome(asked, ran), "approved");
    const denied = after("╭────╮", "│ -  Shell npm test     │", "╰────╯");
    assert.equal(outcome(asked, denied), "denied");
    assert.equal(outcome(asked, after("✦ Done.")), "unknown");
  });

  Deno.test(`${kind}: outcome leaves it open where the command is not named`, () => {
    const other = after("│ ✓  Shell npm publish │");
    assert.equal(outcome(request("npm test"), other), "unknown");
    assert.equal(outcome(request(""), other), "unknown");
  });

  Deno.test(`${kind}: outcome goes by the latest of equal calls`, () => {
    const both = after("│ -  Shell npm test │", "", "│ ✓  Shell npm test │");
    assert.equal(outcome(request("npm test"), both), "approved");
  });
}
