import type { AgentState } from "../agent.ts";
import type { ScreenRow } from "../screen_row.ts";
import type { Composer } from "./composer.ts";
import {
  failures,
  interruptHint,
  limits,
  resetTime,
  retrying,
  spinner,
  turnSummary,
} from "./wordings.ts";

/** The last message above the composer, its bullet taken off, on one line. */
function lastMessage(rows: readonly string[]): string {
  let end = rows.length;
  const skipped = (row: string) =>
    row === "" || turnSummary.test(row) || /^ {20,}\S/.test(row);
  while (end > 0 && skipped(rows[end - 1]!)) end--;
  let first = end - 1;
  while (first > 0 && !/^(?:[●⏺] |❯ | {2}⎿ )/.test(rows[first]!)) {
    if (rows[first] === "") return "";
    first--;
  }
  const start = rows[first];
  if (start === undefined || start.startsWith("❯")) return "";
  return rows.slice(first, end).join(" ").replace(/^(?:[●⏺]| {2}⎿)/, "")
    .replace(/[\s\u00a0]+/g, " ").trim();
}

/**
 * Tells what Claude is doing from the screen around its composer.
 *
 * @param rows The screen's rows without blank rows at its end.
 * @param composer The composer that ends it.
 */
export function readStatus(
  rows: readonly ScreenRow[],
  composer: Composer,
): AgentState {
  const { draft } = composer;
  const typed = draft === undefined ? {} : { draft, composer: composer.row };
  const above = rows.slice(0, composer.top).map((row) => row.text);
  const below = rows.slice(composer.bottom + 1).map((row) => row.text);
  const recent = above.slice(-16);
  const retry = recent.map((row) => retrying.exec(row)).findLast((m) => m);
  if (retry) return { state: "error", message: retry[0].slice(2) };
  const running = recent.findLastIndex((row) => spinner.test(row));
  const over = recent.findLastIndex((row) => turnSummary.test(row));
  if (below.some((row) => interruptHint.test(row)) || running > over) {
    return { state: "working", ...typed };
  }
  const message = lastMessage(above);
  if (limits.some((pattern) => pattern.test(message))) {
    const resets = resetTime.exec(message)?.[1];
    return { state: "limited", ...(resets === undefined ? {} : { resets }) };
  }
  if (failures.some((pattern) => pattern.test(message))) {
    return { state: "error", message };
  }
  return { state: "idle", ...typed };
}
