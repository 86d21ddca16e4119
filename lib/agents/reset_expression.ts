import { months, units, weekdays } from "./reset_wordings.ts";
import { type Zone, zoneOf } from "./zone_names.ts";
import type { Clocktime } from "./zoned_time.ts";

/** On which day a time of day is meant; an unset part is not told. */
export interface DayExpression {
  /** The year. */
  readonly year?: number;
  /** The month, from 1. */
  readonly month?: number;
  /** The day of the month. */
  readonly day?: number;
  /** From 0, Sunday, to 6. */
  readonly weekday?: number;
  /** Days from today. */
  readonly ahead?: number;
}

/** What a text says about a time, before it is known what time it is. */
export type TimeExpression =
  | {
    /** A moment, in milliseconds since 1970. */
    readonly at: number;
  }
  | {
    /** So many milliseconds from now. */
    readonly after: number;
  }
  | {
    /** The time of day. */
    readonly clock: Clocktime;
    /** The day; today or tomorrow where none is told. */
    readonly on: DayExpression;
    /** The time zone, if it is told. */
    readonly zone?: Zone;
  };

const month = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec";
const weekday = "sun|mon|tue|wed|thu|fri|sat";

/** A time of day; without am or pm it needs two digits for the hour. */
const clockForm =
  /^(?:(\d{1,2})(?::([0-5]\d))?(?::([0-5]\d))?\s*([ap])\.?m\b\.?|([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?(?:\.\d+)?(?![\d:]|\s*[ap]\.?m\b)|(noon|midnight)\b)/i;

/** A day; what it ends with leads to the time of day. */
const dayForms: readonly RegExp[] = [
  new RegExp(
    `^(?:(?<weekday>${weekday})[a-z]*\\.?,?\\s+)?(?<month>${month})[a-z]*\\.?` +
      `\\s+(?<day>\\d{1,2})(?:st|nd|rd|th)?\\b(?!:)(?:,?\\s+(?<year>\\d{4})\\b)?`,
    "i",
  ),
  new RegExp(
    `^(?:(?<weekday>${weekday})[a-z]*\\.?,?\\s+)?(?<day>\\d{1,2})` +
      `(?:st|nd|rd|th)?\\s+(?:of\\s+)?(?<month>${month})[a-z]*\\b\\.?` +
      `(?:,?\\s+(?<year>\\d{4})\\b)?`,
    "i",
  ),
  /^(?<year>\d{4})-(?<month>\d\d)-(?<day>\d\d)(?!\d)/,
  new RegExp(
    `^(?:next\\s+)?(?<weekday>${weekday})(?:day|sday|nesday|rsday|urday|s|rs)?` +
      `\\b\\.?`,
    "i",
  ),
  /^(?<ahead>today|tonight|tomorrow)\b/i,
];

/**
 * Reads a time from the beginning of a text.
 *
 * @example Usage
 * ```ts
 * import { timeExpression } from "./reset_expression.ts";
 * import assert from "node:assert/strict";
 *
 * assert.deepEqual(timeExpression("2h 15m, or upgrade"), {
 *   after: 8_100_000,
 * });
 * assert.equal(timeExpression("soon"), undefined);
 * ```
 *
 * @param text A text that begins with a time.
 * @returns What it says; `undefined` when any part of it is not understood.
 */
export function timeExpression(text: string): TimeExpression | undefined {
  const epoch = /^(\d{10})(\d{3})?(?![\d.:])/.exec(text);
  if (epoch) return { at: Number(epoch[1]) * 1000 + Number(epoch[2] ?? 0) };
  return duration(text) ?? onDay(text) ?? ofDay(text);
}

function duration(text: string): TimeExpression | undefined {
  if (/^(?:less than )?(?:a|one) minute\b/i.test(text)) {
    return { after: 60_000 };
  }
  if (/^(?:an|one) hour\b/i.test(text)) return { after: 60 * 60_000 };
  let rest = text;
  let after = 0;
  let smallest = Infinity;
  while (true) {
    const part =
      /^(\d+(?:\.\d+)?)\s*([a-z]+)(?=[\d\s.,;:)\]·-]|$)/i.exec(rest) ??
        /^(\d+(?:\.\d+)?)\s*(ms|[wdhms])(?=\d)/i.exec(rest);
    const name = part?.[2] ?? "";
    const length = units.find(([unit]) => unit.test(name))?.[1];
    // The larger unit comes first, else it is something else.
    if (!part || length === undefined || length >= smallest) break;
    after += Number(part[1]) * length;
    smallest = length;
    rest = rest.slice(part[0].length).replace(/^(?:\s|,|and\b)+/i, "");
  }
  return smallest === Infinity ? undefined : { after };
}

/** A day and then a time of day. */
function onDay(text: string): TimeExpression | undefined {
  for (const form of dayForms) {
    const match = form.exec(text);
    if (!match) continue;
    const rest = text.slice(match[0].length)
      .replace(/^(?:[\s,T]|at\b|@)+/i, "");
    const time = ofDay(rest);
    const on = dayOf(match.groups ?? {});
    return time && on && "on" in time && time.on.day === undefined
      ? { ...time, on }
      : undefined;
  }
  return undefined;
}

/** A time of day, its zone, and perhaps a day after it. */
function ofDay(text: string): TimeExpression | undefined {
  const match = clockForm.exec(text);
  const clock = match && clockOf(match);
  if (!match || !clock) return undefined;
  const rest = text.slice(match[0].length);
  const zone = zoneIn(rest);
  if (zone === "unknown") return undefined;
  const later = /^\s+on\s+/i.exec(rest);
  if (later) {
    const day = rest.slice(later[0].length);
    const found = dayForms.map((form) => form.exec(day)).find((one) => one);
    const on = found && dayOf(found.groups ?? {});
    return on ? { clock, on } : undefined;
  }
  return zone === undefined ? { clock, on: {} } : { clock, on: {}, zone };
}

function clockOf(match: RegExpExecArray): Clocktime | undefined {
  const [, half, minutes, seconds, side, full, fullMinutes, fullSeconds, name] =
    match;
  if (name !== undefined) {
    return { hour: /noon/i.test(name) ? 12 : 0, minute: 0, second: 0 };
  }
  if (full !== undefined) {
    return {
      hour: Number(full),
      minute: Number(fullMinutes),
      second: Number(fullSeconds ?? 0),
    };
  }
  const hour = Number(half);
  if (hour < 1 || hour > 12) return undefined;
  const afternoon = /p/i.test(side ?? "");
  return {
    hour: hour % 12 + (afternoon ? 12 : 0),
    minute: Number(minutes ?? 0),
    second: Number(seconds ?? 0),
  };
}

/** The zone that a time is followed by; `unknown` when it is not known. */
function zoneIn(rest: string): Zone | undefined | "unknown" {
  const inBrackets = /^\s*\(([^)]*)\)/.exec(rest)?.[1];
  const written = inBrackets ??
    // In capitals: what goes on in small letters is the sentence.
    /^\s*(Z\b|(?:UTC|GMT)?\s?[+-]\d{1,2}(?::?\d{2})?(?!\d)|[A-Z]{2,5}\b(?!\/)|[A-Z]\w+(?:\/[\w+-]+)+)/
      .exec(rest)?.[1];
  if (written === undefined) {
    return /^\s+Pacific\b/.test(rest) ? "America/Los_Angeles" : undefined;
  }
  const name = written.trim().replace(/\s+(?=[+-])/, "")
    .replace(/\s+time$/i, "");
  if (/^local$/i.test(name)) return undefined;
  return zoneOf(name) ?? "unknown";
}

function dayOf(
  groups: { [name: string]: string | undefined },
): DayExpression | undefined {
  const { year, month, day, weekday, ahead } = groups;
  if (ahead !== undefined) return { ahead: /^tom/i.test(ahead) ? 1 : 0 };
  const on: { -readonly [K in keyof DayExpression]: DayExpression[K] } = {};
  if (year !== undefined) on.year = Number(year);
  if (day !== undefined) on.day = Number(day);
  if (month !== undefined) {
    const named = months.indexOf(month.slice(0, 3).toLowerCase()) + 1;
    on.month = named === 0 ? Number(month) : named;
  }
  // Beside a date, the day of the week says nothing more.
  if (weekday !== undefined && day === undefined) {
    on.weekday = weekdays.indexOf(weekday.slice(0, 3).toLowerCase());
  }
  return on;
}
