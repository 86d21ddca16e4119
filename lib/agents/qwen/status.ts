import type { AgentState } from "../agent.ts";
import type { ScreenRow } from "../screen_row.ts";
import type { Composer } from "./composer.ts";
import {
  failure,
  limitFailure,
  messageStart,
  promptRow,
  resetTime,
  retryHint,
  spinner,
} from "./wordings.ts";

/** The messages since the last prompt, each on one line. */
function lastMessages(rows: readonly string[]): string[] {
  const prompt = rows.findLastIndex((row) => promptRow.test(row));
  const found: string[][] = [];
  for (const row of rows.slice(prompt + 1)) {
    if (messageStart.test(row)) found.push([row]);
    else if (row.trim() !== "") found.at(-1)?.push(row);
  }
  return found.map((message) => message.join(" ").replace(/\s+/g, " ").trim());
}

/**
 * Tells what Qwen is doing from the screen around its composer.
 *
 * @param rows The screen's rows.
 * @param composer The composer that ends it.
 * @returns What it is doing.
 */
export function readStatus(
  rows: readonly ScreenRow[],
  composer: Composer,
): AgentState {
  const { draft } = composer;
  const typed = draft === undefined ? {} : { draft, composer: composer.row };
  const above = rows.slice(0, composer.top).map((row) => row.text);
  if (above.slice(-6).some((row) => spinner.test(row))) {
    return { state: "working", ...typed };
  }
  const message = failure.exec(lastMessages(above).at(-1) ?? "")?.[1]
    ?.replace(retryHint, "");
  if (message === undefined) return { state: "idle", ...typed };
  if (!limitFailure.test(message)) return { state: "error", message };
  const resets = resetTime.exec(message)?.[1];
  return {
    state: "limited",
    ...(resets === undefined ? {} : { resets }),
    ...typed,
  };
}
