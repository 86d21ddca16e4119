import type { KeyStep, Request } from "../agent.ts";

/** The choice in a usage limit's menu that ends the turn and buys nothing. */
const stop = /^Stop(?: - Abort request)?$/;

/**
 * Says which key leaves the menu of a usage limit so that Gemini CLI waits: of
 * the choice that stops the request. Its others try again, switch to another
 * model or spend credits.
 *
 * @param menu The menu as it is at this moment.
 * @returns The key; `undefined` where there is no such choice.
 *
 * @example Usage
 * ```ts
 * import { leaveLimitMenu } from "./leave_limit_menu.ts";
 * import assert from "node:assert/strict";
 *
 * const menu = {
 *   kind: "question",
 *   complete: true,
 *   options: [
 *     { key: "1", label: "Keep trying", meaning: "other" },
 *     { key: "2", label: "Stop", meaning: "other" },
 *   ],
 *   selected: 0,
 *   fingerprint: "",
 *   evidence: [],
 * } as const;
 * assert.deepEqual(leaveLimitMenu(menu), { key: "2", final: true });
 * ```
 */
export function leaveLimitMenu(menu: Request): KeyStep | undefined {
  const found = menu.options.filter(({ label }) => stop.test(label));
  const key = found.length === 1 ? found[0]?.key : undefined;
  return key === undefined ? undefined : { key, final: true };
}
