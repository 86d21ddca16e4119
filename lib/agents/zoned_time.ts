import type { Zone } from "./zone_names.ts";

/** A day of the calendar. */
export interface Day {
  /** The year. */
  readonly year: number;
  /** The month, from 1. */
  readonly month: number;
  /** The day of the month. */
  readonly day: number;
}

/** A time of the day. */
export interface Clocktime {
  /** From 0 to 23. */
  readonly hour: number;
  /** From 0 to 59. */
  readonly minute: number;
  /** From 0 to 59. */
  readonly second: number;
}

const hour = 60 * 60 * 1000;

/** Making one takes a hundred times longer than using it. */
const formats = new Map<string, Intl.DateTimeFormat>();

/**
 * Tells what calendars and clocks in a time zone show.
 *
 * @example Usage
 * ```ts
 * import { shownIn } from "./zoned_time.ts";
 * import assert from "node:assert/strict";
 *
 * const shown = shownIn(Date.parse("2026-07-01T23:30:00Z"), "Europe/Berlin");
 * assert.deepEqual([shown.day, shown.hour, shown.minute], [2, 1, 30]);
 * ```
 *
 * @param instant Milliseconds since 1970.
 * @param zone The time zone.
 * @returns The day and the time of day.
 */
export function shownIn(instant: number, zone: Zone): Day & Clocktime {
  if (typeof zone === "number") {
    return fieldsOf(new Date(instant + zone * 60_000));
  }
  const parts = new Map(
    formatOf(zone).formatToParts(instant)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0;
  return {
    year: part("year"),
    month: part("month"),
    day: part("day"),
    hour: part("hour"),
    minute: part("minute"),
    second: part("second"),
  };
}

/**
 * Finds the instant at which calendars and clocks in a time zone show a time.
 *
 * Where clocks are set back, a time is shown twice: the later one counts.
 * Where they are set forward, some are not shown at all: what would be the
 * time if they had not been set counts, which is just after.
 *
 * @example Usage
 * ```ts
 * import { instantOf } from "./zoned_time.ts";
 * import assert from "node:assert/strict";
 *
 * const day = { year: 2026, month: 10, day: 25 };
 * const clock = { hour: 2, minute: 30, second: 0 };
 * assert.equal(
 *   instantOf(day, clock, "Europe/Berlin"),
 *   Date.parse("2026-10-25T01:30:00Z"),
 * );
 * ```
 *
 * @param day The day.
 * @param clock The time of day.
 * @param zone The time zone.
 * @returns Milliseconds since 1970; `undefined` when there is no such day.
 */
export function instantOf(
  day: Day,
  clock: Clocktime,
  zone: Zone,
): number | undefined {
  const plain = asIfUtc({ ...day, ...clock });
  const back = new Date(plain);
  if (back.getUTCDate() !== day.day || back.getUTCMonth() + 1 !== day.month) {
    return undefined;
  }
  if (typeof zone === "number") return plain - zone * 60_000;
  // No zone changes its offset twice within two days.
  const before = plain - offsetAt(plain - 24 * hour, zone);
  const after = plain - offsetAt(plain + 24 * hour, zone);
  const shown = [before, after].filter((instant) =>
    asIfUtc(shownIn(instant, zone)) === plain
  );
  return shown.length > 0 ? Math.max(...shown) : before;
}

/**
 * Gives the day that is some days later.
 *
 * @param day The day.
 * @param days How many days later.
 * @returns The later day.
 */
export function laterDay(day: Day, days: number): Day {
  const moved = new Date(Date.UTC(day.year, day.month - 1, day.day + days));
  const { year, month, day: date } = fieldsOf(moved);
  return { year, month, day: date };
}

/**
 * Tells the day of the week.
 *
 * @param day The day.
 * @returns From 0, Sunday, to 6.
 */
export function weekdayOf(day: Day): number {
  return new Date(Date.UTC(day.year, day.month - 1, day.day)).getUTCDay();
}

/** By how much a zone's clocks are ahead of UTC, in milliseconds. */
function offsetAt(instant: number, zone: string): number {
  const whole = Math.floor(instant / 1000) * 1000;
  return asIfUtc(shownIn(whole, zone)) - whole;
}

function asIfUtc(time: Day & Clocktime): number {
  const { year, month, day, hour, minute, second } = time;
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

function fieldsOf(date: Date): Day & Clocktime {
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
  };
}

function formatOf(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat("en-US", {
      timeZone: zone,
      calendar: "gregory",
      numberingSystem: "latn",
      hourCycle: "h23",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
    });
    formats.set(zone, format);
  }
  return format;
}
