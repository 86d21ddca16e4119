import assert from "node:assert/strict";
import { seededRandom } from "../../test/harness/seeded_random.ts";
import { resetTime } from "./reset_time.ts";

/** A Thursday, 14:20 in Berlin. */
const now = Date.parse("2026-10-08T12:20:00Z");

function ends(text: string, at = now, timeZone = "Europe/Berlin") {
  const time = resetTime(text, { now: at, timeZone });
  return time === undefined ? undefined : new Date(time).toISOString();
}

Deno.test("resetTime() reads every form that clients use", () => {
  const cases: [string, string][] = [
    // A time of day.
    ["resets 3pm", "2026-10-08T13:00"],
    ["You've hit your session limit · resets 3:30pm (Europe/Berlin)", "T13:30"],
    ["Weekly limit reached ∙ resets 10am (Asia/Seoul)", "2026-10-09T01:00"],
    ["Your limit will reset at 1pm (Etc/GMT+5).", "2026-10-08T18:00"],
    ["resets 12am", "2026-10-08T22:00"],
    ["resets 12pm", "2026-10-09T10:00"],
    ["3pm", "2026-10-08T13:00"],
    ["resets at 15:00 UTC", "2026-10-08T15:00"],
    ["Limits will reset at 9:30 AM. View details", "2026-10-09T07:30"],
    ["or try again at 3:05 PM.", "2026-10-08T13:05"],
    ["Access resets at 4:00 PM PST.", "2026-10-09T00:00"],
    ["Access resets at 10:57 PM GMT-3.", "2026-10-09T01:57"],
    ["Access resets at 10:57 PM GMT+5:30.", "2026-10-08T17:27"],
    ["5h limit: 0% left (resets 18:44)", "2026-10-08T16:44"],
    ["resets at midnight PT", "2026-10-09T07:00"],
    ["resets at midnight Pacific time", "2026-10-09T07:00"],
    ["resets 8\u202fPM", "2026-10-08T18:00"],
    ["resets 3 p.m. · upgrade", "2026-10-08T13:00"],
    ["resets tomorrow at 9am", "2026-10-09T07:00"],
    ["resets today at 11pm", "2026-10-08T21:00"],
    // A day as well.
    ["resets Oct 9, 5pm (America/New_York)", "2026-10-09T21:00"],
    ["resets Oct 15 at 7pm", "2026-10-15T17:00"],
    ["resets October 15, 2026 at 7:05pm", "2026-10-15T17:05"],
    ["or try again at Oct 12th, 2026 1:39 PM.", "2026-10-12T11:39"],
    ["Weekly limit: 0% left (resets 16:21 on 12 Oct)", "2026-10-12T14:21"],
    ["resets Mon 9am", "2026-10-12T07:00"],
    ["resets Monday at 9:00 AM", "2026-10-12T07:00"],
    ["resets Thu 3pm", "2026-10-08T13:00"],
    ["resets Thu 1pm", "2026-10-15T11:00"],
    ["resets Thursday, Oct 15, 9am", "2026-10-15T07:00"],
    // A moment.
    ["Claude AI usage limit reached|1791480000", "2026-10-08T17:20"],
    ["resets 1791480000", "2026-10-08T17:20"],
    ["reset at 2026-10-09 08:30:24", "2026-10-09T06:30:24"],
    ["It will reset at 2026-10-09 16:11:46 +0800 CST.", "2026-10-09T08:11:46"],
    ["resets 2026-10-09T16:11:46Z", "2026-10-09T16:11:46"],
    ["resets at 2026-10-09T16:11:46.123+02:00", "2026-10-09T14:11:46"],
    // A while.
    ["resets in 2h 15m", "2026-10-08T14:35"],
    ["try again in 4 hours 10 minutes", "2026-10-08T16:30"],
    ["or try again in 4 days 2 hours 5 minutes.", "2026-10-12T14:25"],
    ["Your quota will reset after 12h3m7s.", "2026-10-09T00:23:07"],
    ["resets in 3 days", "2026-10-11T12:20"],
    ["It will reset in 1 day 4 hours.", "2026-10-09T16:20"],
    ["resets in 4hr 29min", "2026-10-08T16:49"],
    ["Please try again in 11.5s. Visit", "2026-10-08T12:20:11.5"],
    ["Please try again in 915ms.", "2026-10-08T12:20:01"],
    ["try again in less than a minute", "2026-10-08T12:21"],
    ["Your quota will reset after 0s", "2026-10-08T12:20:01"],
    ["in 2 hours, 5 minutes and 3 seconds", "2026-10-08T14:25:03"],
  ];
  for (const [text, wanted] of cases) {
    const whole = wanted.startsWith("T") ? `2026-10-08${wanted}` : wanted;
    assert.equal(ends(text), new Date(`${utc(whole)}Z`).toISOString(), text);
  }
});

function utc(time: string): string {
  return /T\d\d:\d\d$/.test(time) ? `${time}:00` : time;
}

Deno.test("resetTime() does not guess", () => {
  const texts = [
    "",
    "You've hit your usage limit.",
    "try again later",
    "wait for limits to reset (every 5h and every week.)",
    "resets soon",
    "resets Oct 24",
    "resets Monday",
    "resets 2026-10-09",
    "resets 3",
    "resets at 9:30",
    "resets 15pm",
    "resets 0am",
    "resets 24:30",
    "resets 3:75pm",
    "resets 3pm (Mars/Olympus)",
    "resets 3pm (local bar)",
    "resets 4:00 PM IST",
    "resets 4:00 PM XYZ",
    "resets 15:00 GMT+19",
    "resets Feb 30, 3pm",
    "resets Oct 9, 2025, 3pm",
    "resets Dec 24, 5pm",
    "resets in 9 days",
    "resets in 5 fortnights",
    "resets 2025-01-01T00:00:00Z",
    "limit reached|1765432100",
    "limit reached|17914800001",
    "resets today at 9am",
    "Used 124035, Requested 79017, Limit 200000",
    "http 429 at 12",
  ];
  for (const text of texts) assert.equal(ends(text), undefined, text);
});

Deno.test("resetTime() prefers the limit's end to the client's next try", () => {
  assert.equal(
    ends("limit will reset at 2026-10-08 20:30:24 [retrying in 2m 22s #8]"),
    "2026-10-08T18:30:24.000Z",
  );
  assert.equal(ends("retrying in 2m 22s"), "2026-10-08T12:22:22.000Z");
  assert.equal(
    ends("session limit resets 3pm · weekly limit resets Oct 9, 5pm"),
    "2026-10-09T15:00:00.000Z",
  );
  assert.equal(
    ends("Upgrade (https://example.com/in) or try again in 3 hours 2 minutes."),
    "2026-10-08T15:22:00.000Z",
  );
});

Deno.test("resetTime() rolls over to the next day, month and year", () => {
  const eve = Date.parse("2026-12-31T22:59:30Z");
  assert.equal(ends("resets 11:59pm", eve), "2027-01-01T22:59:00.000Z");
  assert.equal(ends("resets 12am", eve), "2026-12-31T23:00:00.000Z");
  assert.equal(ends("resets Jan 3, 5pm", eve), "2027-01-03T16:00:00.000Z");
  const sharp = Date.parse("2026-10-08T13:00:00Z");
  assert.equal(ends("resets 3pm", sharp), "2026-10-09T13:00:00.000Z");
  assert.equal(ends("resets 3pm", sharp - 1), "2026-10-08T13:00:00.000Z");
});

Deno.test("resetTime() counts the later of two, and what a gap leaves out", () => {
  const fold = Date.parse("2026-10-24T20:00:00Z");
  assert.equal(ends("resets 2:30am", fold), "2026-10-25T01:30:00.000Z");
  const inFold = Date.parse("2026-10-25T00:40:00Z");
  assert.equal(ends("resets 2:30am", inFold), "2026-10-25T01:30:00.000Z");
  const gap = Date.parse("2027-03-27T20:00:00Z");
  assert.equal(ends("resets 2:30am", gap), "2027-03-28T01:30:00.000Z");
  const west = Date.parse("2026-11-01T04:00:00Z");
  assert.equal(
    ends("resets 1:30 AM PDT", west, "America/Los_Angeles"),
    "2026-11-01T08:30:00.000Z",
  );
  assert.equal(
    ends("resets 1:30 AM", west, "America/Los_Angeles"),
    "2026-11-01T09:30:00.000Z",
  );
});

const zones = [
  "Europe/Berlin",
  "America/New_York",
  "America/Los_Angeles",
  "Asia/Kolkata",
  "Asia/Tokyo",
  "Australia/Lord_Howe",
  "Pacific/Chatham",
  "Pacific/Kiritimati",
  "America/Sao_Paulo",
  "UTC",
];

/** How clients word a time: alone on the day before, with its date later. */
function worded(end: number, from: number, timeZone: string): string[] {
  const day = { month: "short", day: "numeric", timeZone } as const;
  const clock = { hour: "numeric", minute: "2-digit", timeZone } as const;
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat("en-US", options).format(end);
  const seconds = Math.round((end - from) / 1000);
  const [days, hours, minutes] = [86400, 3600, 60].map((unit, index) =>
    Math.floor(
      seconds % (index === 0 ? Infinity : [86400, 3600][index - 1]!) /
        unit,
    )
  );
  return [
    `resets ${format({ ...day, ...clock })} (${timeZone})`,
    `try again at ${format({ ...day, year: "numeric", ...clock })}`,
    `resets at ${format({ ...day, ...clock, timeZoneName: "shortOffset" })}`,
    `resets at ${new Date(end).toISOString()}`,
    `limit reached|${end / 1000}`,
    `reset after ${days}d${hours}h${minutes}m${seconds % 60}s`,
    ...(end - from < 23 * 60 * 60 * 1000
      ? [`resets ${format(clock)} (${timeZone})`]
      : []),
  ];
}

Deno.test("resetTime() reads back what clients word, in all time zones", () => {
  const random = seededRandom(7);
  let read = 0;
  for (let round = 0; round < 600; round++) {
    const timeZone = zones[random(zones.length)]!;
    const from = now + random(400 * 24 * 60) * 60_000;
    const end = from + (1 + random(7 * 24 * 60)) * 60_000;
    for (const text of worded(end, from, timeZone)) {
      const time = resetTime(text, { now: from, timeZone });
      // A time that clocks show twice is taken for the later one.
      const twice = time !== undefined && time - end === twiceBy(timeZone);
      assert.ok(time === end || twice, `${text} at ${new Date(from)}: ${time}`);
      read++;
    }
  }
  assert.ok(read > 3600);
});

const twiceBy = (timeZone: string) =>
  (timeZone === "Australia/Lord_Howe" ? 30 : 60) * 60_000;

Deno.test("resetTime() is later than now and near, whatever the text", () => {
  const random = seededRandom(11);
  const pieces = [
    ...["resets", "try again", "at", "in", "on", "3pm", "15:00", "Oct 9,"],
    ...["Mon", "2026-10-09", "T", "(UTC)", "(Asia/Tokyo)", "PST", "4 days"],
    ...["2h", "15m", "tomorrow", "|1791480000", "12", ":", "30", "am", "é"],
    ...[
      "Nov 30th,",
      "2026",
      "noon",
      "1791480000",
      "+02:00",
      "·",
      "99999999999",
    ],
  ];
  let known = 0;
  for (let round = 0; round < 4000; round++) {
    const text = Array.from(
      { length: 1 + random(6) },
      () => pieces[random(pieces.length)],
    ).join(random(10) < 8 ? " " : "");
    const at = now + random(90 * 24 * 3600 * 1000);
    const time = resetTime(text, { now: at, timeZone: "Europe/Berlin" });
    if (time === undefined) continue;
    known++;
    assert.ok(time > at && time <= at + 8 * 24 * 3600 * 1000, text);
  }
  assert.ok(known > 400, String(known));
});
