import { learningStyle } from "./learning_style.ts";
import type { DayShare } from "./manual_share.ts";
import type { DayRules } from "./rules_by_day.ts";

/** What is drawn by {@linkcode learningSvg}. */
export interface LearningPicture {
  /** What stands above it. */
  readonly title: string;
  /** What reached a person, by day; days without requests may be missing. */
  readonly shares: readonly DayShare[];
  /** The rules at the end of every day that is drawn, in order. */
  readonly rules: readonly DayRules[];
}

const width = 720;
const left = 48;
const right = 28;
const share = { top: 108, height: 170 };
const rulesPanel = { top: 334, height: 90 };
const height = 460;

/**
 * Draws what still reached a person each day, and how many rules there were.
 *
 * The document needs nothing besides itself, and is readable on a light and on
 * a dark page.
 *
 * @example Usage
 * ```ts
 * import { learningSvg } from "./learning_svg.ts";
 * import assert from "node:assert/strict";
 *
 * const svg = learningSvg({
 *   title: "web",
 *   shares: [],
 *   rules: [{ day: "2026-11-22", rules: 3 }],
 * });
 * assert.match(svg, /^<svg .*<\/svg>\n$/s);
 * ```
 *
 * @param picture What to draw.
 * @returns The SVG document.
 */
export function learningSvg(picture: LearningPicture): string {
  const { title, rules } = picture;
  const slot = (width - left - right) / Math.max(1, rules.length);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" ` +
    `width="${width}" height="${height}" role="img">`,
    `<title>${escaped(title)}</title>`,
    `<style>${learningStyle}</style>`,
    `<rect class="page" width="${width}" height="${height}" rx="8"/>`,
    text("title", left, 30, title),
    text("small", left, 50, summaryOf(picture)),
    ...legend(),
    ...sharePanel(picture, slot),
    ...rulesLine(rules, slot),
    ...dayLabels(rules, slot),
    "</svg>",
    "",
  ].join("\n");
}

/** All of it in one sentence. */
function summaryOf({ shares }: LearningPicture): string {
  const sum = (of: (day: DayShare) => number) =>
    shares.reduce((before, day) => before + of(day), 0);
  const total = sum((day) => day.total);
  if (total === 0) return "Nothing was asked yet.";
  const manual = sum((day) => day.manual);
  const last = shares.at(-1)!;
  return `${manual} of ${total} requests reached you (${
    percent(manual / total)
  }), ${sum((day) => day.reserved)} of them too risky to learn; ` +
    `on ${last.day} ${last.manual} of ${last.total} (${percent(last.share)}).`;
}

function legend(): string[] {
  return [
    text("head", left, 78, "Reached you, of all requests of the day"),
    `<rect class="learnable" x="${left}" y="87" width="9" height="9" rx="2"/>`,
    text("small", left + 14, 95, "can be learned"),
    `<rect class="reserved" x="${
      left + 112
    }" y="87" width="9" height="9" rx="2"/>`,
    text("small", left + 126, 95, "always yours: too risky to learn"),
    text("head", left, rulesPanel.top - 16, "Rules that answer for you"),
  ];
}

function sharePanel(
  { shares, rules }: LearningPicture,
  slot: number,
): string[] {
  const y = (part: number) => share.top + share.height * (1 - part);
  const lines = [0, 0.25, 0.5, 0.75, 1].flatMap((part) => [
    line("grid", left, y(part), width - right, y(part)),
    text("axis", left - 8, y(part) + 4, `${part * 100}%`, "end"),
  ]);
  const byDay = new Map(shares.map((one) => [one.day, one]));
  const bar = Math.max(1, Math.min(36, slot * 0.7));
  const bars = rules.flatMap(({ day }, index) => {
    const found = byDay.get(day);
    if (found === undefined) return [];
    const x = left + index * slot + (slot - bar) / 2;
    const reserved = found.reserved / found.total;
    const top = y(found.share);
    const border = y(reserved);
    return [
      `<g><title>${day}: ${found.manual} of ${found.total} reached you, ` +
      `${found.reserved} of them too risky to learn</title>`,
      rect("learnable", x, top, bar, border - top),
      rect("reserved", x, border, bar, y(0) - border),
      ...(slot >= 34
        ? [text("value", x + bar / 2, top - 5, percent(found.share), "middle")]
        : []),
      "</g>",
    ];
  });
  return [...lines, ...bars];
}

function rulesLine(rules: readonly DayRules[], slot: number): string[] {
  const most = ceiling(Math.max(1, ...rules.map((one) => one.rules)));
  const y = (count: number) =>
    rulesPanel.top + rulesPanel.height * (1 - count / most);
  const points = rules.map((one, index) => ({
    x: left + (index + 0.5) * slot,
    y: y(one.rules),
    ...one,
  }));
  const last = points.at(-1);
  return [
    ...[0, most / 2, most].flatMap((count) => [
      line("grid", left, y(count), width - right, y(count)),
      text("axis", left - 8, y(count) + 4, String(count), "end"),
    ]),
    `<polyline class="rules" points="${
      points.map((one) => `${round(one.x)},${round(one.y)}`).join(" ")
    }"/>`,
    ...points.map((one) =>
      `<circle class="dot" cx="${round(one.x)}" cy="${round(one.y)}" r="${
        slot >= 12 ? 3 : 1
      }"><title>${one.day}: ${one.rules}</title></circle>`
    ),
    ...(last === undefined
      ? []
      : [text("value", last.x, last.y - 8, String(last.rules), "middle")]),
  ];
}

/** As many days as there is room for, the last one always. */
function dayLabels(rules: readonly DayRules[], slot: number): string[] {
  const every = Math.max(1, Math.ceil(46 / slot));
  const y = rulesPanel.top + rulesPanel.height + 18;
  return rules.flatMap(({ day }, index) =>
    (rules.length - 1 - index) % every === 0
      ? [text("axis", left + (index + 0.5) * slot, y, day.slice(5), "middle")]
      : []
  );
}

/** The smallest even number above that reads well on an axis. */
function ceiling(most: number): number {
  const power = 10 ** Math.floor(Math.log10(most));
  const step = [2, 4, 10, 20].find((one) => one * power >= most)!;
  return step * power;
}

function percent(part: number): string {
  return `${Math.round(part * 100)}%`;
}

function rect(
  kind: string,
  x: number,
  y: number,
  width: number,
  height: number,
): string {
  return `<rect class="${kind}" x="${round(x)}" y="${round(y)}" width="${
    round(width)
  }" height="${round(Math.max(0, height))}"/>`;
}

function line(
  kind: string,
  x: number,
  y: number,
  toX: number,
  toY: number,
): string {
  return `<line class="${kind}" x1="${x}" y1="${round(y)}" x2="${toX}" y2="${
    round(toY)
  }"/>`;
}

function text(
  kind: string,
  x: number,
  y: number,
  content: string,
  anchor = "start",
): string {
  return `<text class="${kind}" x="${round(x)}" y="${round(y)}" ` +
    `text-anchor="${anchor}">${escaped(content)}</text>`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

function escaped(content: string): string {
  return content.replaceAll("&", "&amp;").replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");
}
