import type { AgentState } from "../agent.ts";
import type { ScreenRow } from "../screen_row.ts";
import type { Composer } from "./composer.ts";
import {
  interrupted,
  limit,
  notice,
  resetTime,
  runningRow,
  turnSummary,
  workingTitle,
} from "./wordings.ts";

/** The notice that ended the last turn, on one line, if one did. */
function noticeOf(rows: readonly string[]): string | undefined {
  const at = rows.findLastIndex((row) => notice.test(row));
  if (at < 0) return undefined;
  let end = at + 1;
  while (end < rows.length && rows[end] !== "") end++;
  const after = rows.slice(end).some((row) => row !== "");
  return after
    ? undefined
    : rows.slice(at, end).join(" ").replace(notice, "").replace(/\s+/g, " ");
}

/**
 * Whether the last turn shows that it has not ended: releases that close a
 * turn with a line have not drawn it yet.
 */
function isOpen(rows: readonly string[], closes: boolean): boolean {
  if (!closes) return false;
  const prompt = rows.findLastIndex((row) => /^› \S/.test(row));
  const turn = rows.slice(prompt + 1);
  return prompt >= 0 && !turn.some((row) => turnSummary.test(row)) &&
    turn.some((row) => /^[•◦] /.test(row));
}

/**
 * Tells what Codex is doing from the screen around its composer.
 *
 * @param rows The screen's rows without blank rows at its end.
 * @param composer The composer that ends it.
 * @param title The pane's title, if it is known.
 * @returns What the agent does.
 */
export function readStatus(
  rows: readonly ScreenRow[],
  composer: Composer,
  title: string | undefined,
): AgentState {
  const { draft } = composer;
  const typed = draft === undefined ? {} : { draft, composer: composer.row };
  const above = rows.slice(0, composer.top).map((row) => row.text);
  while (above.at(-1) === "") above.pop();
  const running = above.findLast((row) =>
    /^\S/.test(row) && runningRow.test(row)
  );
  const last = above.findLastIndex((row) => runningRow.test(row));
  const after = above.slice(last + 1).some((row) => notice.test(row));
  if (running !== undefined && !after) return { state: "working", ...typed };
  const ended = noticeOf(above);
  if (ended !== undefined && limit.test(ended)) {
    const resets = resetTime.exec(ended)?.[1];
    return {
      state: "limited",
      ...(resets === undefined ? {} : { resets }),
      ...typed,
    };
  }
  if (ended !== undefined && !interrupted.test(ended)) {
    return { state: "error", message: ended };
  }
  // Only releases that name the model under the composer close their turns.
  const below = rows.slice(composer.top + 1).map((row) => row.text);
  const closes = below.some((row) => / · [/~]/.test(row));
  const works = title === undefined
    ? ended === undefined && isOpen(above, closes)
    : workingTitle.test(title);
  return works ? { state: "working", ...typed } : { state: "idle", ...typed };
}
