import type { AgentState } from "../agent.ts";
import type { ScreenRow } from "../screen_row.ts";
import type { Composer } from "./composer.ts";
import { barColor } from "./panel.ts";
import {
  answerEnd,
  answerEnded,
  bar,
  interruptHint,
  limit,
  retrying,
  toolBlock,
} from "./wordings.ts";

const start = `  ${bar}`;

/** The message that the last turn failed with, if it did. */
function failureOf(
  rows: readonly ScreenRow[],
  composer: Composer,
): string | undefined {
  const above = rows.slice(0, composer.top);
  const last = above.findLastIndex(({ text }) => text !== "");
  const end = above[last]?.text ?? "";
  // An answer that ended well says how long it took.
  if (!answerEnd.test(end) || answerEnded.test(end)) return undefined;
  let bottom = last;
  while (bottom > 0 && above[bottom - 1]!.text === "") bottom--;
  let top = bottom;
  while (top > 0 && above[top - 1]!.text.startsWith(start)) top--;
  const block = above.slice(top, bottom);
  if (block.length === 0) return undefined;
  const lines = block.map(({ text }) => text.slice(start.length).trim());
  const color = barColor(block[0]!);
  if (color === undefined) {
    const first = lines.find((line) => line !== "") ?? "";
    return toolBlock.test(first) ? undefined : lines.join(" ").trim();
  }
  // A person's message has the agent's colour, a tool's block the page's.
  const page = block[0]!.runs?.[0]?.background.replace(/^48;/, "38;");
  return color === composer.bar || color === page
    ? undefined
    : lines.join(" ").trim();
}

/**
 * Tells what OpenCode is doing from the screen around its composer.
 *
 * @param rows The rows of the main column, without blank ones at their end.
 * @param composer The composer that ends it.
 * @returns What the agent does.
 */
export function readStatus(
  rows: readonly ScreenRow[],
  composer: Composer,
): AgentState {
  const { draft } = composer;
  const typed = draft === undefined ? {} : { draft };
  const below = rows.slice(composer.bottom + 1).map(({ text }) => text);
  for (const row of below) {
    const retry = retrying.exec(row);
    if (!retry) continue;
    const [, message = "", time] = retry;
    if (!limit.test(message)) return { state: "error", message };
    return {
      state: "limited",
      ...(time === undefined ? {} : { resets: `in ${time}` }),
      continues: true,
      ...typed,
    };
  }
  if (below.some((row) => interruptHint.test(row))) {
    return { state: "working", ...typed };
  }
  const message = failureOf(rows, composer);
  if (message === undefined) return { state: "idle", ...typed };
  return limit.test(message)
    ? { state: "limited", ...typed }
    : { state: "error", message };
}
