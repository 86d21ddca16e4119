import assert from "node:assert/strict";
import type { Request } from "../agent.ts";
import { outcome } from "./outcome.ts";

const asked = (command: string): Request => ({
  kind: "command",
  command,
  complete: true,
  options: [],
  selected: undefined,
  fingerprint: "",
  evidence: [],
});

const screen = (...rows: readonly string[]) => ({
  columns: 80,
  text: [
    ...rows,
    "",
    "› Ask Codex to do anything",
    "",
    "  GPT-5.5 default · /src/shop",
  ].join("\n"),
});

Deno.test("outcome reads what Codex writes of an answer", () => {
  const request = asked("git push origin main");
  const approved = "✔ You approved codex to run git push origin main this time";
  const denied = "✗ You canceled the request to run git push origin main";
  assert.equal(outcome(request, screen(approved)), "approved");
  assert.equal(outcome(request, screen(denied)), "denied");
  assert.equal(outcome(request, screen(approved, "", denied)), "denied");
  assert.equal(outcome(request, screen("• Done.")), "unknown");
});

Deno.test("outcome takes no other command's answer for this one's", () => {
  const request = asked("rm -rf build");
  const other = "✔ You approved codex to run git push this time";
  assert.equal(outcome(request, screen(other)), "unknown");
  // What the model writes is indented, or has a bullet.
  const said = "• ✔ You approved codex to run rm -rf build this time";
  assert.equal(outcome(request, screen(said)), "unknown");
  assert.equal(
    outcome(request, screen("  ✔ You approved codex to run rm -rf build")),
    "unknown",
  );
});

Deno.test("outcome says nothing of what has no command", () => {
  const { command: _, ...edit } = asked("x");
  const approved = "✔ You approved codex to run x this time";
  assert.equal(
    outcome({ ...edit, kind: "edit" }, screen(approved)),
    "unknown",
  );
});
