import type { KeyStep, Request } from "../agent.ts";
import { movedKey, onlyOption, shownKey } from "../key_step.ts";
import { shownLetter } from "./wordings.ts";

/**
 * Says which key gives an answer to a dialog of Codex's.
 *
 * An approval is given by the letter that its own row shows: the digits change
 * their meaning from dialog to dialog. A row that shows no letter is chosen by
 * Enter, once it is visibly highlighted.
 *
 * @param request The dialog.
 * @param meaning The answer.
 * @returns The key; `undefined` when the dialog has no such answer.
 *
 * @example Usage
 * ```ts
 * import { keyFor } from "./key_for.ts";
 * import assert from "node:assert/strict";
 *
 * const request = {
 *   kind: "command",
 *   complete: true,
 *   options: [
 *     { key: "1", label: "Yes, proceed (y)", meaning: "once" },
 *     { key: "2", label: "No (esc)", meaning: "deny" },
 *   ],
 *   selected: 0,
 *   fingerprint: "",
 *   evidence: [],
 * } as const;
 * assert.deepEqual(keyFor(request, "once"), { key: "y", final: true });
 * assert.deepEqual(keyFor(request, "deny"), { key: "Escape", final: true });
 * ```
 */
export function keyFor(
  request: Request,
  meaning: "once" | "deny",
): KeyStep | undefined {
  if (meaning === "deny" || request.kind === "mcp") {
    return shownKey(request, meaning);
  }
  if (request.kind === "trust") {
    return movedKey(
      request,
      meaning,
      (label) => `› ${request.options[request.selected ?? 0]?.key}. ${label}`,
    );
  }
  const at = onlyOption(request, meaning);
  const label = at === undefined ? undefined : request.options[at]?.label;
  const letter = shownLetter.exec(label ?? "")?.[1];
  return letter === undefined ? undefined : { key: letter, final: true };
}
