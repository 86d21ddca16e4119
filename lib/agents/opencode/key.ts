import type { KeyStep, Request } from "../agent.ts";

/** Kinds of panels that a plain no answers without ending something else. */
const deniable = new Set([
  ...["command", "write", "edit", "read", "fetch", "mcp", "trust"],
]);

/**
 * The next key towards an answer. Buttons have no keys of their own: the
 * highlight is moved, and Enter takes what is highlighted; Escape turns down.
 *
 * @example Usage
 * ```ts
 * import { keyFor } from "./key.ts";
 * import assert from "node:assert/strict";
 *
 * const request = {
 *   kind: "command",
 *   complete: true,
 *   options: [
 *     { key: undefined, label: "Allow once", meaning: "once" },
 *     { key: undefined, label: "Reject", meaning: "deny" },
 *   ],
 *   selected: 1,
 *   fingerprint: "",
 *   evidence: [],
 * } as const;
 * assert.deepEqual(keyFor(request, "once"), { key: "Left", final: false });
 * assert.deepEqual(keyFor(request, "deny"), { key: "Escape", final: true });
 * ```
 *
 * @param request The panel as it is at this moment.
 * @param meaning The answer.
 * @returns The key; `undefined` when the panel has no such answer, or when it
 * cannot be told what is highlighted.
 */
export function keyFor(
  request: Request,
  meaning: "once" | "deny",
): KeyStep | undefined {
  const fitting = request.options.flatMap((option, at) =>
    option.meaning === meaning ? [at] : []
  );
  const [at] = fitting;
  if (at === undefined || fitting.length > 1) return undefined;
  if (meaning === "deny") {
    const key = request.options[at]!.key ?? "Escape";
    // A page that says its key is left by that one.
    const leaves = deniable.has(request.kind) ||
      request.options[at]!.key !== undefined;
    return leaves ? { key, final: true } : undefined;
  }
  if (request.selected === undefined) return undefined;
  if (at === request.selected) return { key: "Enter", final: true };
  return { key: at > request.selected ? "Right" : "Left", final: false };
}
