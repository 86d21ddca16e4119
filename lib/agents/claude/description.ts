import { cellWidth } from "../cell_width.ts";

/** Where a command can end that has its description right below it. */
export interface DescribedCommands {
  /** The command's rows as they most likely are, if one end is likeliest. */
  readonly likeliest: readonly string[] | undefined;
  /** Its rows with every other end. */
  readonly others: readonly (readonly string[])[];
}

/** Begins a description: a word with a capital, and no sign of a shell's. */
const sentence = /^\p{Lu}[\p{L}'’-]*(?:[,:.]?(?: [^|&;<>$`\\={}]*)?)$/u;

/**
 * Lists where a command can end whose description follows it without a mark
 * that a capture without colours would show.
 *
 * Every dialog has a description, if only `Run shell command`, so the last row
 * is never a part of the command.
 *
 * @example Usage
 * ```ts
 * import { describedCommands } from "./description.ts";
 * import assert from "node:assert/strict";
 *
 * const rows = ["npm test", "npm run lint", "Test and lint"];
 * const { likeliest, others } = describedCommands(rows, 74);
 * assert.deepEqual(likeliest, ["npm test", "npm run lint"]);
 * assert.deepEqual(others, [["npm test"]]);
 * ```
 *
 * @param rows The rows of both, without indentation.
 * @param width How many cells a row can hold.
 * @returns The rows of the command, as it is likely and as it could be.
 */
export function describedCommands(
  rows: readonly string[],
  width: number,
): DescribedCommands {
  const ends: number[] = [];
  for (let end = rows.length - 1; end > 0; end--) {
    // No description has a blank row, nor a command one at its end.
    if (rows[end] === "") break;
    if (rows[end - 1] !== "") ends.push(end);
  }
  // A row that the next one goes on from, as far as its width tells.
  const goesOn = (at: number) =>
    cellWidth(rows[at]!) + 1 + cellWidth(/^[^ ]*/.exec(rows[at + 1]!)![0]) >
      width;
  const likeliest = ends.find((end) =>
    sentence.test(rows[end]!) &&
    rows.slice(end, -1).every((_, at) => goesOn(end + at))
  );
  return {
    likeliest: likeliest === undefined ? undefined : rows.slice(0, likeliest),
    others: ends.filter((end) => end !== likeliest)
      .map((end) => rows.slice(0, end)),
  };
}
