import assert from "node:assert/strict";
import type { Request, RequestKind } from "../agent.ts";
import { keyFor } from "./key.ts";

const request = (
  selected: number | undefined,
  kind: RequestKind = "command",
): Request => ({
  kind,
  complete: true,
  options: [
    { key: undefined, label: "Allow once", meaning: "once" },
    { key: undefined, label: "Allow always", meaning: "always" },
    { key: undefined, label: "Reject", meaning: "deny" },
  ],
  selected,
  fingerprint: "",
  evidence: [],
});

Deno.test("keyFor presses Enter only where once is highlighted", () => {
  assert.deepEqual(keyFor(request(0), "once"), { key: "Enter", final: true });
  assert.deepEqual(keyFor(request(1), "once"), { key: "Left", final: false });
  assert.deepEqual(keyFor(request(2), "once"), { key: "Left", final: false });
});

Deno.test("keyFor presses nothing where the highlight cannot be told", () => {
  assert.equal(keyFor(request(undefined), "once"), undefined);
});

Deno.test("keyFor turns down with Escape", () => {
  assert.deepEqual(keyFor(request(undefined), "deny"), {
    key: "Escape",
    final: true,
  });
  assert.equal(keyFor(request(0, "question"), "deny"), undefined);
  assert.equal(keyFor({ ...request(0), options: [] }, "deny"), undefined);
});
