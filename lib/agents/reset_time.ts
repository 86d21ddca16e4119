import { type DayExpression, timeExpression } from "./reset_expression.ts";
import type { TimeExpression } from "./reset_expression.ts";
import { anchors, links } from "./reset_wordings.ts";
import {
  type Day,
  instantOf,
  laterDay,
  shownIn,
  weekdayOf,
} from "./zoned_time.ts";

/** What {@linkcode resetTime} needs to know beside the text. */
export interface ResetTimeOptions {
  /** When the text was read, in milliseconds since 1970. */
  readonly now: number;
  /** The IANA name of the time zone meant where the text names none. */
  readonly timeZone: string;
}

/** The farthest that an end is believed: a week's limit, and a day more. */
const horizon = 8 * 24 * 60 * 60 * 1000;

/** An end that is this very moment is in one second. */
const soonest = 1000;

/**
 * Reads from a client's words when its usage limit ends.
 *
 * A time of day that is past today means tomorrow's. What is not understood
 * whole, an unknown time zone for one, a day without a time, and what would be
 * past or more than eight days away, is not known: nothing is guessed. Where
 * a text names several ends, the last counts.
 *
 * @example Usage
 * ```ts
 * import { resetTime } from "./reset_time.ts";
 * import assert from "node:assert/strict";
 *
 * const now = Date.parse("2026-10-08T12:00:00Z");
 * const at = (text: string) => {
 *   const time = resetTime(text, { now, timeZone: "Europe/Berlin" });
 *   return time === undefined ? undefined : new Date(time).toISOString();
 * };
 * assert.equal(at("resets 3pm"), "2026-10-08T13:00:00.000Z");
 * assert.equal(at("resets 3pm (Asia/Tokyo)"), "2026-10-09T06:00:00.000Z");
 * assert.equal(at("try again in 2h 15m"), "2026-10-08T14:15:00.000Z");
 * assert.equal(at("try again later"), undefined);
 * ```
 *
 * @param text The words, such as `resets 3pm (Europe/Berlin)`, or the time
 * alone.
 * @param options The time now and the time zone.
 * @returns Milliseconds since 1970, later than now; or `undefined`.
 */
export function resetTime(
  text: string,
  options: ResetTimeOptions,
): number | undefined {
  const plain = text.replace(/\s+/g, " ").trim();
  const epoch = /\|(\d{10})(?:\d{3})?(?!\d)/.exec(plain)?.[0].slice(1);
  for (const times of epoch ? [[epoch]] : timesIn(plain)) {
    const ends = times.map((time) => instant(time, options))
      .filter((end) => end !== undefined);
    if (ends.length > 0) return Math.max(...ends);
  }
  return undefined;
}

/** What stands where times are told, the surest places first. */
function timesIn(text: string): string[][] {
  const places = anchors.map((anchor) =>
    [...text.matchAll(anchor)].map((match) =>
      text.slice(match.index + match[0].length).replace(links, "")
    )
  );
  return [...places, [text.replace(links, "")]];
}

function instant(
  text: string,
  { now, timeZone }: ResetTimeOptions,
): number | undefined {
  const expression = timeExpression(text);
  const time = expression && instantFor(expression, now, timeZone);
  return time !== undefined && time > now && time <= now + horizon
    ? time
    : undefined;
}

function instantFor(
  expression: TimeExpression,
  now: number,
  timeZone: string,
): number | undefined {
  if ("at" in expression) return expression.at;
  if ("after" in expression) return now + Math.max(expression.after, soonest);
  const { clock, on, zone = timeZone } = expression;
  return daysFor(on, shownIn(now, zone))
    .map((day) => instantOf(day, clock, zone))
    .find((time) => time !== undefined && time > now);
}

/** The days that can be meant, the first that is not over counts. */
function daysFor(on: DayExpression, today: Day): Day[] {
  const { year, month, day, weekday, ahead } = on;
  if (ahead !== undefined) return [laterDay(today, ahead)];
  if (month !== undefined && day !== undefined) {
    const years = year === undefined ? [today.year, today.year + 1] : [year];
    return years.map((year) => ({ year, month, day }));
  }
  if (weekday !== undefined) {
    const first = (weekday - weekdayOf(today) + 7) % 7;
    return [laterDay(today, first), laterDay(today, first + 7)];
  }
  // One more: clocks that are set forward may leave a time out.
  return [today, laterDay(today, 1)];
}
