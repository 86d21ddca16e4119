import type { KeyStep, Request } from "../agent.ts";
import { movedKey, shownKey } from "../key_step.ts";

/**
 * Says which key to press next in a rehearsal's dialog.
 *
 * A row's digit chooses it at once, and Escape denies. Only in the folder's
 * trust, whose rows have no digits, the highlight is moved.
 *
 * @param request The dialog as it is at this moment.
 * @param meaning The answer.
 * @returns The key; `undefined` when the dialog has no such answer.
 */
export function keyFor(
  request: Request,
  meaning: "once" | "deny",
): KeyStep | undefined {
  // To trust no folder ends the rehearsal: that is for a person.
  return request.kind === "trust" && meaning === "once"
    ? movedKey(request, meaning, (label) => `❯ ${label}`)
    : shownKey(request, meaning);
}
