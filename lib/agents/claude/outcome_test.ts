import assert from "node:assert/strict";
import type { Request } from "../agent.ts";
import { outcome } from "./outcome.ts";

const rule = "─".repeat(80);
const after = (...rows: string[]) => ({
  text: [...rows, "", rule, "❯\u00a0", rule, "  ? for shortcuts"].join("\n"),
  columns: 80,
});
const request = (more: Partial<Request>): Request => ({
  kind: "command",
  complete: true,
  options: [],
  selected: undefined,
  fingerprint: "",
  evidence: [],
  ...more,
});
const command = request({ command: "git push origin main" });
const write = request({ kind: "write", path: "/p/src/config.js" });

Deno.test("outcome knows a no by what stands under the call", () => {
  const screens = [
    after(
      "❯ push it",
      "",
      "  Did not run 1 call",
      "  ⎿  $ git push origin main",
      "  ⎿  Interrupted · What should Claude do instead?",
    ),
    after(
      "● Bash(git push origin main)",
      "  ⎿  Interrupted · What should Claude do instead?",
    ),
    after(
      "  Did not run 1 call",
      "  ⎿  $ git push origin main",
      "  ⎿  Not run · rejected",
    ),
  ];
  for (const screen of screens) {
    assert.equal(outcome(command, screen), "denied", screen.text);
  }
  for (const words of ["Rejected write to", "User rejected write to"]) {
    const screen = after(
      "● Write(src/config.js)",
      `  ⎿  ${words} src/config.js`,
      "       1 a",
    );
    assert.equal(outcome(write, screen), "denied");
  }
});

Deno.test("outcome knows a file that was written", () => {
  const wrote = after(
    "● Write(src/config.js)",
    "  ⎿  Wrote 2 lines to src/config.js",
    "      1 a",
  );
  assert.equal(outcome(write, wrote), "approved");
  const edit = { ...write, kind: "edit" as const };
  const edited = after(
    "● Update(src/config.js)",
    "  ⎿  Added 1 line, removed 1 line",
    "      1 -a",
  );
  assert.equal(outcome(edit, edited), "approved");
});

Deno.test("outcome does not guess", () => {
  const screens = [
    after("● Pushing", "  ⎿  $ git push origin main", "", "✽ Brewing… (1s)"),
    after("❯ push it", "", "  Ran 1 shell command"),
    // An older no to the same, and a newer turn.
    after(
      "  ⎿  $ git push origin main",
      "  ⎿  Interrupted · What should Claude do instead?",
      "",
      "❯ do push it",
      "",
      "  Ran 1 shell command",
    ),
    after(
      "❯ git push origin main",
      "  ⎿  Interrupted · What should Claude do instead?",
    ),
  ];
  for (const screen of screens) {
    assert.equal(outcome(command, screen), "unknown", screen.text);
  }
  assert.equal(outcome(request({}), after("x")), "unknown");
});
