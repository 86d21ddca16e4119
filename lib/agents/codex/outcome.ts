import type { Outcome, Request, Screen } from "../agent.ts";
import { screenRows } from "../screen_row.ts";
import { findComposer } from "./composer.ts";
import { decided } from "./wordings.ts";

/** How much of a command surely stands in one row. */
const longestStart = 30;

/**
 * Tells from the screen after a dialog what was answered: Codex writes it into
 * its transcript, with the beginning of the command.
 *
 * @param request The dialog that is gone.
 * @param after The screen that follows it.
 * @returns `unknown` in doubt; Codex's record says it for certain.
 */
export function outcome(request: Request, after: Screen): Outcome {
  const start = request.command?.slice(0, longestStart).split("\n")[0]
    ?.trim();
  if (start === undefined || start === "") return "unknown";
  const rows = screenRows(after.text).map((row) => row.text);
  const composer = findComposer(screenRows(after.text));
  const above = rows.slice(0, composer?.top ?? rows.length);
  const at = above.findLastIndex((row) =>
    decided.some(([pattern]) => pattern.test(row))
  );
  const row = above[at];
  if (row === undefined) return "unknown";
  // The row names the command, or the next one does where it wraps.
  const named = `${row} ${above[at + 1]?.trim() ?? ""}`;
  if (!named.includes(start)) return "unknown";
  return decided.find(([pattern]) => pattern.test(row))![1];
}
