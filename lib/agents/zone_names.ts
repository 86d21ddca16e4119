/**
 * Abbreviations of time zones, in minutes east of Greenwich.
 *
 * Sources: RFC 5322, section 4.3 (the North American ones, which clients
 * print); CLDR's English short names (Alaska, Hawaii); and the tz database's
 * own abbreviations, of those that stand for one offset only. `IST`, for one,
 * is India, Ireland and Israel, so it is not here.
 */
const offsets: Readonly<Record<string, number>> = {
  UTC: 0,
  UT: 0,
  GMT: 0,
  Z: 0,
  EST: -300,
  EDT: -240,
  CST: -360,
  CDT: -300,
  MST: -420,
  MDT: -360,
  PST: -480,
  PDT: -420,
  AKST: -540,
  AKDT: -480,
  HST: -600,
  HDT: -540,
  WET: 0,
  WEST: 60,
  BST: 60,
  CET: 60,
  CEST: 120,
  EET: 120,
  EEST: 180,
  MSK: 180,
  JST: 540,
  KST: 540,
  AEST: 600,
  AEDT: 660,
  NZST: 720,
  NZDT: 780,
};

/** Names that leave open whether it is summer (CLDR's generic short names). */
const generic: Readonly<Record<string, string>> = {
  ET: "America/New_York",
  CT: "America/Chicago",
  MT: "America/Denver",
  PT: "America/Los_Angeles",
};

/** A time zone: a fixed offset in minutes east of Greenwich, or a name. */
export type Zone = number | string;

/** The farthest that a clock on Earth is from Greenwich, in minutes. */
const farthest = 14 * 60;

/**
 * Reads the name of a time zone.
 *
 * @example Usage
 * ```ts
 * import { zoneOf } from "./zone_names.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(zoneOf("PST"), -480);
 * assert.equal(zoneOf("GMT+5:30"), 330);
 * assert.equal(zoneOf("Europe/Berlin"), "Europe/Berlin");
 * assert.equal(zoneOf("IST"), undefined);
 * ```
 *
 * @param name An IANA name, an abbreviation, or an offset such as `+02:00`.
 * @returns The zone; `undefined` when it is not known, or stands for several.
 */
export function zoneOf(name: string): Zone | undefined {
  const offset = /^(?:UTC|GMT)?([+-])(\d{1,2})(?::?(\d{2}))?$/i.exec(name);
  if (offset) {
    const minutes = Number(offset[2]) * 60 + Number(offset[3] ?? 0);
    if (minutes > farthest || Number(offset[3] ?? 0) > 59) return undefined;
    return offset[1] === "-" ? -minutes : minutes;
  }
  const upper = name.toUpperCase();
  if (Object.hasOwn(offsets, upper)) return offsets[upper];
  if (Object.hasOwn(generic, upper)) return generic[upper];
  return name.includes("/") && isKnown(name) ? name : undefined;
}

function isKnown(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en-US", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
