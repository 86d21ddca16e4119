import type { Request } from "../agent.ts";
import {
  limit,
  limitContinues,
  limitHint,
  limitMenuOption,
  limitNote,
  resetTime,
} from "./wordings.ts";

/** A usage limit, and when it ends as the screen words it. */
export interface UsageLimit {
  /** The reset time, if it is told. */
  readonly resets?: string;
}

function resetIn(texts: readonly string[]): UsageLimit {
  const resets = texts.map((text) => resetTime.exec(text)?.[1])
    .findLast((time) => time !== undefined);
  return resets === undefined ? {} : { resets };
}

/**
 * Finds the usage limit that ended the last turn.
 *
 * @param messages The last turn's messages.
 * @param below The rows below the composer.
 * @returns `undefined` when none did.
 */
export function limitOf(
  messages: readonly string[],
  below: readonly string[],
): UsageLimit | undefined {
  const at = messages.findLastIndex((message) => limit.test(message));
  const ended = at >= 0 &&
    messages.slice(at + 1).every((message) => limitNote.test(message));
  const hint = below.find((row) => limitHint.test(row));
  if (!ended && hint === undefined) return undefined;
  // Only the message names the time zone.
  const told = resetIn(messages.filter((message) => limit.test(message)));
  return told.resets === undefined ? resetIn(hint ? [hint] : []) : told;
}

/**
 * Tells whether Claude is going to go on by itself.
 *
 * @param below The rows below the composer.
 */
export function continuesIn(below: readonly string[]): { continues?: true } {
  return below.some((row) => limitContinues.test(row))
    ? { continues: true }
    : {};
}

/**
 * Tells whether a dialog is the menu of ways out of a usage limit.
 *
 * @param request The dialog.
 */
export function isLimitMenu(request: Request): boolean {
  return request.kind === "question" &&
    request.options.some(({ label }) => limitMenuOption.test(label));
}

/**
 * Reads the usage limit above its menu.
 *
 * @param rows The screen's rows.
 * @returns The limit, with its end where that is told.
 */
export function limitAbove(rows: readonly string[]): UsageLimit {
  return resetIn(rows.flatMap((row, at) => {
    const start = row.replace(/^(?:[●⏺]| {2}⎿)[ \u00a0]*/, "");
    // The line can take two rows in a narrow pane.
    return limit.test(start) ? [`${start} ${(rows[at + 1] ?? "").trim()}`] : [];
  }));
}
