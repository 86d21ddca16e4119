import type { Request } from "../agent.ts";
import { doubtIn } from "../doubts.ts";
import { mostReadings } from "../readings.ts";
import type { ScreenRow } from "../screen_row.ts";
import { type Body, type Call, prose } from "./body.ts";
import { describedCommands } from "./description.ts";
import { type DrawnText, readings } from "./readings.ts";
import { tipRow } from "./wordings.ts";

/** A command as its rows can be read, and what the agent's record must say. */
function fromRows(
  drawn: DrawnText,
  more: Partial<Request>,
  others: readonly DrawnText[] = [],
): Call {
  const first = readings(drawn);
  const all = others.map((other) => readings(other));
  const texts = first.length === 0 || all.some((list) => list.length === 0)
    ? []
    : [...new Set([...first, ...all.flat()])];
  const doubt = texts.length === 0 || texts.length > mostReadings
    ? "its rows can be read in too many ways"
    : doubtIn(drawn.rows);
  return {
    ...more,
    command: first[0] ?? drawn.rows.join("\n"),
    ...(texts.length === 0 ? {} : { readings: texts }),
    rows: drawn.rows,
    evidence:
      [drawn, ...others].reduce((most, one) =>
        one.rows.length > most.rows.length ? one : most
      ).rows,
    ...(doubt === undefined
      ? {}
      : { trouble: doubt, settledByRecord: true as const }),
  };
}

/**
 * Whether a row begins with the bar that stands before every row of a text
 * with newlines or of more than 80 cells. It is faint; without styles, a short
 * command that itself begins with a bar is taken for one row of such a text.
 */
function hasBar({ text, runs }: ScreenRow): boolean {
  if (!/^ │(?: |$)/.test(text)) return false;
  return runs === undefined ||
    runs.some((run) => run.faint && run.text.trim() === "│");
}

/**
 * Reads a command between two dashed rules (2.1.330).
 *
 * @param body The dialog's body.
 * @param columns The width of the pane.
 * @returns The command, in every reading.
 */
export function ruledCommand(body: Body, columns: number): Call {
  const head = body.head.map((row) => row.text);
  // The tip ends where the description begins: both are prose, only bold
  // tells them apart, and nothing is decided by either.
  const tip = head.findIndex((row) => tipRow.test(row.trim()));
  const after = tip < 0
    ? 0
    : head.findIndex((row, at) =>
      at >= tip && /auto mode"$|below$/.test(row.trim())
    ) + 1;
  const description = prose(body.head.slice(after));
  const rows = body.content.map((row) => row.text);
  const more = description === "" ? {} : { description };
  if (rows.length === 0) return { ...more, trouble: "no command is shown" };
  if (body.content.every(hasBar)) {
    return fromRows({
      rows: rows.map((row) => row.slice(3)),
      width: columns - 4,
      newlines: true,
    }, more);
  }
  if (!rows.every((row) => row.startsWith(" "))) {
    return { ...more, trouble: "a row of the command is not understood" };
  }
  return fromRows({
    rows: rows.map((row) => row.slice(1)),
    width: columns - 2,
    newlines: false,
  }, more);
}

/** How all of a row is drawn; empty for the default, or a blank row. */
function styleOf({ runs }: ScreenRow): string {
  const styles = (runs ?? []).filter(({ text }) => text.trim() !== "")
    .map(({ color, faint }) => `${color}${faint ? " faint" : ""}`);
  return new Set(styles).size === 1 ? styles[0]! : "";
}

/**
 * Reads a command with its description below it and no rules (up to 2.1.197).
 *
 * The description is grey, the command is not. Without colours, each place
 * where the one can end and the other begin is a reading of its own.
 *
 * @param body The rows between title and question.
 * @param columns The width of the pane.
 * @param spacesShown Whether spaces that begin a row are shown.
 * @returns The command, in every reading.
 */
export function indentedCommand(
  body: readonly ScreenRow[],
  columns: number,
  spacesShown: boolean,
): Call {
  let end = body.length;
  while (end > 0 && !body[end - 1]!.text.startsWith("   ")) end--;
  const rows = body.slice(0, end);
  while (rows[0]?.text === "") rows.shift();
  if (rows.length === 0) return { trouble: "no command is shown" };
  if (!rows.every((row) => row.text === "" || row.text.startsWith("   "))) {
    return { trouble: "a row of the command is not understood" };
  }
  const draw = (texts: readonly string[]): DrawnText => ({
    rows: texts,
    width: columns - 6,
    newlines: true,
    spacesShown,
  });
  const texts = rows.map((row) => row.text.slice(3));
  if (rows.every((row) => row.runs !== undefined)) {
    const grey = styleOf(rows.at(-1)!);
    let from = rows.length;
    while (from > 0 && styleOf(rows[from - 1]!) === grey) from--;
    if (from === 0 || grey === "") return { trouble: "no command is shown" };
    if (rows.slice(0, from).some((row) => styleOf(row) === grey)) {
      return { trouble: "the command's end cannot be told" };
    }
    return fromRows(draw(texts.slice(0, from)), {
      description: prose(rows.slice(from)),
    });
  }
  const { likeliest, others } = describedCommands(texts, columns - 6);
  const call = fromRows(draw(likeliest ?? texts), {
    ...(likeliest === undefined
      ? {}
      : { description: prose(rows.slice(likeliest.length)) }),
  }, others.map(draw));
  return likeliest === undefined
    ? { ...call, trouble: "without colours, the command's end cannot be told" }
    : call;
}
