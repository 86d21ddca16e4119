import type { AgentState } from "../agent.ts";
import type { ScreenRow } from "../screen_row.ts";
import type { Composer } from "./composer.ts";
import { continuesIn, limitOf } from "./limit.ts";
import {
  failures,
  interruptHint,
  retrying,
  retryingLater,
  spinner,
  turnSummary,
} from "./wordings.ts";

/** A message of the turn that stands last, bullet taken off, on one line. */
type Message = string;

/** Begins a message: a bullet, a result's corner, a prompt. */
const start = /^(?:[●⏺] |[❯>] | {2}⎿ )/;

/** The messages since the last prompt, summaries and hints left out. */
function lastMessages(rows: readonly string[]): Message[] {
  const prompt = rows.findLastIndex((row) => /^[❯>] \S/.test(row));
  const found: string[][] = [];
  let open = false;
  for (const row of rows.slice(prompt + 1)) {
    if (start.test(row)) found.push([row]);
    else if (open && row !== "" && !turnSummary.test(row)) {
      found.at(-1)?.push(row);
    }
    open = row !== "" && !turnSummary.test(row) && found.length > 0;
  }
  return found.map((message) =>
    message.join(" ").replace(/^(?:[●⏺]| {2}⎿)/, "")
      .replace(/[\s\u00a0]+/g, " ").trim()
  );
}

/**
 * Tells what Claude is doing from the screen around its composer.
 *
 * @param rows The screen's rows without blank rows at its end.
 * @param composer The composer that ends it.
 * @returns What the agent does.
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
  if (running > over) {
    // A tip can stand below the spinner.
    const spun = above.slice(0, running - recent.length);
    const later = retryingLater.exec(lastMessages(spun).at(-1) ?? "");
    if (later) return { state: "error", message: later[1]! };
  }
  if (below.some((row) => interruptHint.test(row)) || running > over) {
    return { state: "working", ...typed };
  }
  const messages = lastMessages(above);
  const limited = limitOf(messages, below);
  if (limited) {
    return { state: "limited", ...limited, ...continuesIn(below), ...typed };
  }
  const message = messages.at(-1) ?? "";
  if (failures.some((pattern) => pattern.test(message))) {
    return { state: "error", message };
  }
  return { state: "idle", ...typed };
}
