import { resetTime } from "../agents/mod.ts";
import type { LimitRecord } from "../journal/mod.ts";

/** So much after a limit's end its words mean another one, in milliseconds. */
const sameEnd = 60 * 60_000;

/** What {@linkcode limitEnd} needs to know beside the words. */
export interface LimitEndOptions {
  /** The agent's limit before this one, if there was one. */
  readonly before?: LimitRecord | undefined;
  /** The time, in milliseconds since 1970. */
  readonly now: number;
  /** The IANA name of the time zone meant where the words name none. */
  readonly timeZone: string;
}

/**
 * Tells when a usage limit ends that an agent has just met.
 *
 * Words that stood there before mean what they meant then: "in 2 hours" counts
 * from when it was first seen. And where an agent was told to go on and meets
 * the very same limit again, "3pm" is not tomorrow's: then it is not known.
 *
 * @example Usage
 * ```ts
 * import { limitEnd } from "./limit_end.ts";
 * import assert from "node:assert/strict";
 *
 * const now = Date.parse("2026-10-08T12:00:00Z");
 * const timeZone = "UTC";
 * assert.equal(limitEnd("3pm", { now, timeZone }), now + 3 * 60 * 60 * 1000);
 * assert.equal(limitEnd(undefined, { now, timeZone }), undefined);
 * ```
 *
 * @param wording The words, if there are any.
 * @param options What was before, and the time.
 * @returns Milliseconds since 1970; `undefined` when it is not known.
 */
export function limitEnd(
  wording: string | undefined,
  { before, now, timeZone }: LimitEndOptions,
): number | undefined {
  if (wording === undefined) return undefined;
  if (before?.resets !== undefined && before.wording === wording) {
    const past = now - before.resets;
    if (past < 0) return before.resets;
    if (past < sameEnd) return undefined;
  }
  return resetTime(wording, { now, timeZone });
}
