import type { AgentState } from "../agent.ts";
import type { ScreenRow } from "../screen_row.ts";

/** Where the box that takes messages stands, and what is in it. */
export interface Composer {
  /** Index of the rule above it. */
  readonly top: number;
  /** The text a person has typed; unset when there is none. */
  readonly draft: string | undefined;
  /** Its first row, which no row of the transcript looks like. */
  readonly row: string;
}

/** What a client writes around its composer. */
export interface StatusWordings {
  /** A prompt in the transcript. */
  readonly promptRow: RegExp;
  /** A row that begins a message. */
  readonly messageStart: RegExp;
  /** Above the composer while a turn runs. */
  readonly spinner: RegExp;
  /** How a turn that failed ends; the failure is the first group. */
  readonly failure: RegExp;
  /** Notes after a failure that belong to it. */
  readonly failureNote?: RegExp;
  /** What it offers at the end of a failure. */
  readonly retryHint?: RegExp;
  /** How a turn that met a usage limit ends. */
  readonly limitFailure: RegExp;
  /** The time at which a limit ends, as the first group. */
  readonly resetTime: RegExp;
}

/** The messages since the last prompt, each on one line. */
function lastMessages(
  rows: readonly string[],
  { messageStart, promptRow }: StatusWordings,
): string[] {
  const prompt = rows.findLastIndex((row) => promptRow.test(row));
  const found: string[][] = [];
  for (const row of rows.slice(prompt + 1)) {
    if (messageStart.test(row)) found.push([row]);
    else if (row.trim() !== "") found.at(-1)?.push(row);
  }
  return found.map((message) => message.join(" ").replace(/\s+/g, " ").trim());
}

/** What the last turn failed with, if it did. */
function failureIn(
  rows: readonly string[],
  wordings: StatusWordings,
): string | undefined {
  const { failure, failureNote, retryHint } = wordings;
  const message = lastMessages(rows, wordings)
    .findLast((one) => !failureNote?.test(one)) ?? "";
  const failed = failure.exec(message)?.[1];
  return retryHint ? failed?.replace(retryHint, "") : failed;
}

/**
 * Tells what the client is doing from the screen around its composer.
 *
 * @param rows The screen's rows.
 * @param composer The composer that ends it.
 * @param wordings What the client writes there.
 * @returns What it is doing.
 */
export function readStatus(
  rows: readonly ScreenRow[],
  composer: Composer,
  wordings: StatusWordings,
): AgentState {
  const { draft } = composer;
  const typed = draft === undefined ? {} : { draft, composer: composer.row };
  const above = rows.slice(0, composer.top).map((row) => row.text);
  if (above.slice(-6).some((row) => wordings.spinner.test(row))) {
    return { state: "working", ...typed };
  }
  const message = failureIn(above, wordings);
  if (message === undefined) return { state: "idle", ...typed };
  if (!wordings.limitFailure.test(message)) return { state: "error", message };
  const resets = wordings.resetTime.exec(message)?.[1];
  return {
    state: "limited",
    ...(resets === undefined ? {} : { resets }),
    ...typed,
  };
}
