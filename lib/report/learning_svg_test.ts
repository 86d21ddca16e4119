import assert from "node:assert/strict";
import { daysBetween } from "./days_between.ts";
import { learningSvg } from "./learning_svg.ts";
import type { DayShare } from "./manual_share.ts";
import { rulesByDay } from "./rules_by_day.ts";

function dayShare(day: string, total: number, manual: number, reserved = 0) {
  return {
    day,
    total,
    automatic: total - manual,
    manual,
    reserved,
    share: manual / total,
    learnableShare: (manual - reserved) / (total - reserved),
  } satisfies DayShare;
}

Deno.test("learningSvg() draws a week", async (t) => {
  const days = daysBetween("2026-11-16", "2026-11-22");
  const rules = [1, 5, 8, 11, 11, 12, 14].map((rules, index) => ({
    day: days[index]!,
    rules,
  }));
  const svg = learningSvg({
    title: "What <web> & co. have learned",
    shares: [
      dayShare("2026-11-16", 20, 14, 2),
      dayShare("2026-11-17", 30, 9, 2),
      dayShare("2026-11-18", 40, 6, 3),
      dayShare("2026-11-20", 40, 4, 3),
      dayShare("2026-11-22", 50, 2, 2),
    ],
    rules,
  });
  await t.assertSnapshot(svg);
  assert.match(svg, /What &lt;web&gt; &amp; co\. have learned/);
  assert.match(svg, /2026-11-16: 14 of 20 reached you, 2 of them too risky/);
  assert.match(svg, />35 of 180 requests reached you \(19%\), 12 of them too/);
  assert.match(svg, /; on 2026-11-22 2 of 50 \(4%\)\.</);
  assert.match(svg, /prefers-color-scheme:dark/);
  assert.doesNotMatch(svg, /NaN|Infinity|undefined/);
  assert.doesNotMatch(svg, /href|url\(|@import|<script/, "it needs nothing");
});

Deno.test("learningSvg() draws no days, one day, and a quarter of a year", () => {
  for (const count of [0, 1, 90]) {
    const days = daysBetween("2026-01-01", "2026-03-31").slice(0, count);
    const svg = learningSvg({
      title: "web",
      shares: days.map((day) => dayShare(day, 10, 5)),
      rules: days.map((day, index) => ({ day, rules: index * 7 })),
    });
    assert.doesNotMatch(svg, /NaN|Infinity|undefined/);
    const labels = [...svg.matchAll(/>\d\d-\d\d</g)].length;
    assert.ok(labels <= 14 && labels >= Math.min(1, count), `${labels}`);
  }
});

Deno.test("rulesByDay() counts what answered, until it was taken back", () => {
  const days = daysBetween("2026-01-01", "2026-01-04");
  const at = (learned: number, used: number) => ({
    learned: `2026-01-0${learned}T12:00:00.000Z`,
    used: `2026-01-0${used}T12:00:00.000Z`,
  });
  const counts = rulesByDay([
    { ...at(1, 4), status: "active" },
    { ...at(2, 2), status: "active" },
    { ...at(1, 3), status: "revoked" },
    { ...at(1, 1), status: "candidate" },
  ], days);
  assert.deepEqual(counts.map(({ rules }) => rules), [2, 3, 2, 2]);
  const later = rulesByDay(
    [{ ...at(1, 2), status: "active" }],
    ["2026-01-31", "2026-02-01", "2026-02-02"],
  );
  assert.deepEqual(later.map(({ rules }) => rules), [1, 0, 0], "expired");
});
