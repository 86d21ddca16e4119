import type { Outcome, Request, Screen } from "../agent.ts";
import { screenRows } from "../screen_row.ts";

/** How much of a summary surely stands in one row. */
const longestStart = 40;

/** How calls that have ended stand in the transcript. */
export interface OutcomeWordings {
  /** One that ended well. */
  readonly carriedOut: RegExp;
  /** One that was turned down. */
  readonly turnedDown: RegExp;
}

/**
 * Tells from the screen after a dialog what was answered.
 *
 * @param request The dialog that is gone.
 * @param after The screen that follows it.
 * @param wordings How the client marks calls that have ended.
 * @returns `unknown` in doubt.
 */
export function outcomeOn(
  request: Request,
  after: Screen,
  { carriedOut, turnedDown }: OutcomeWordings,
): Outcome {
  const rows = screenRows(after.text).map((row) => row.text);
  const text = request.command ?? request.path ?? request.tool ?? request.url;
  const [first = ""] = text?.trim().split("\n") ?? [];
  const name = first.slice(0, longestStart).trim();
  if (name === "") return "unknown";
  const at = rows.findLastIndex((row) =>
    (carriedOut.test(row) || turnedDown.test(row)) && row.includes(name)
  );
  if (at < 0) return "unknown";
  return carriedOut.test(rows[at]!) ? "approved" : "denied";
}
