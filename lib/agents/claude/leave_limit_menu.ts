import type { KeyStep, Request } from "../agent.ts";
import { isLimitMenu } from "./limit.ts";

/**
 * Says which key leaves the menu of a usage limit.
 *
 * Escape closes it as if it had not been opened: nothing is chosen, the
 * conversation stays, and where Claude was going to go on by itself, it still
 * is.
 *
 * @example Usage
 * ```ts
 * import { leaveLimitMenu } from "./leave_limit_menu.ts";
 * import assert from "node:assert/strict";
 *
 * const menu = {
 *   kind: "question",
 *   complete: false,
 *   options: [
 *     { key: "1", label: "Stop and wait for limit to reset", meaning: "other" },
 *     { key: "2", label: "Upgrade your plan", meaning: "other" },
 *   ],
 *   selected: 0,
 *   fingerprint: "",
 *   evidence: ["What do you want to do?"],
 * } as const;
 * assert.deepEqual(leaveLimitMenu(menu), { key: "Escape", final: true });
 * assert.equal(leaveLimitMenu({ ...menu, options: [] }), undefined);
 * ```
 *
 * @param menu The menu as it is at this moment.
 * @returns The key; `undefined` when it is another menu.
 */
export function leaveLimitMenu(menu: Request): KeyStep | undefined {
  return isLimitMenu(menu) ? { key: "Escape", final: true } : undefined;
}
