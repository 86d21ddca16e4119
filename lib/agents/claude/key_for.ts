import type { KeyStep, Request } from "../agent.ts";
import { movedKey, shownKey } from "../key_step.ts";

/**
 * Says which key to press next to give an answer to a dialog of Claude Code's.
 *
 * A row's digit chooses it at once, and Escape denies. The folder's trust has
 * no digits in 2.1.330, and its no is highlighted: there the highlight is
 * moved.
 *
 * @param request The dialog as it is at this moment.
 * @param meaning The answer.
 * @returns The key; `undefined` when the dialog has no such answer.
 *
 * @example Usage
 * ```ts
 * import { keyFor } from "./key_for.ts";
 * import assert from "node:assert/strict";
 *
 * const request = {
 *   kind: "trust",
 *   complete: true,
 *   options: [
 *     { key: undefined, label: "No, exit", meaning: "deny" },
 *     { key: undefined, label: "Yes, I trust this folder", meaning: "once" },
 *   ],
 *   selected: 0,
 *   fingerprint: "",
 *   evidence: [],
 * } as const;
 * assert.deepEqual(keyFor(request, "once"), {
 *   key: "Down",
 *   rows: ["❯ No, exit"],
 *   final: false,
 * });
 * ```
 */
export function keyFor(
  request: Request,
  meaning: "once" | "deny",
): KeyStep | undefined {
  const shown = shownKey(request, meaning);
  if (shown || request.kind !== "trust") return shown;
  const keyed = request.options.some(({ key }) => key !== undefined);
  // To trust no folder ends Claude Code: that is for a person.
  return keyed || meaning === "deny"
    ? undefined
    : movedKey(request, meaning, (label) => `❯ ${label}`);
}
