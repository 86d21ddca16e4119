import type { LimitRecord } from "../journal/mod.ts";
import { ago } from "./ago.ts";

/**
 * Words in one line how an agent's usage limit stands.
 *
 * @example Usage
 * ```ts
 * import { limitLine } from "./limit_line.ts";
 * import assert from "node:assert/strict";
 *
 * const limit = {
 *   id: 1,
 *   agent: "web",
 *   pane: "%1",
 *   server: "",
 *   wording: "3pm (UTC)",
 *   since: 0,
 *   resets: 2 * 60 * 60 * 1000,
 *   status: "waiting",
 *   note: undefined,
 *   woken: undefined,
 * } as const;
 * assert.equal(
 *   limitLine(limit, 60 * 60 * 1000),
 *   "web: usage limit for 1h, resets 3pm (UTC); it goes on by itself in 1h",
 * );
 * ```
 *
 * @param limit The limit, which is not over.
 * @param now The time, in milliseconds since 1970.
 * @returns One line.
 */
export function limitLine(limit: LimitRecord, now: number): string {
  const { agent, since, wording, resets, note } = limit;
  const words = wording === undefined ? "" : `, resets ${wording}`;
  return `${agent}: usage limit for ${ago(now - since)}${words}; ${
    note !== undefined
      ? `tell it to go on: ${note}`
      : resets === undefined
      ? "tell it to go on: when it ends is not known"
      : resets > now
      ? `it goes on by itself in ${ago(resets - now)}`
      : "the monitor tells it to go on"
  }`;
}
