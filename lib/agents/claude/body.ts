import type { Request } from "../agent.ts";
import type { ScreenRow } from "../screen_row.ts";

/** What a permission dialog's body says about the call it is for. */
export interface Call extends Partial<Request> {
  /** Why it is not understood; unset when it is. */
  readonly trouble?: string;
  /** Its rows to look for before a key is sent. */
  readonly evidence?: readonly string[];
}

/** A body's parts, as two dashed rules divide it. */
export interface Body {
  /** Above the first rule. */
  readonly head: readonly ScreenRow[];
  /** Between them. */
  readonly content: readonly ScreenRow[];
  /** Below the second one. */
  readonly notes: readonly ScreenRow[];
}

const isDashes = (text: string, columns: number) =>
  text.length >= columns && /^╌+$/.test(text);

/**
 * Divides the rows between title and question by two dashed rules, as 2.1.330
 * draws them, or by the box around a file's content of 1.0.128.
 *
 * @param rows The rows.
 * @param columns The width of the pane.
 * @returns The parts; `undefined` when the rows are not divided so.
 */
export function divide(
  rows: readonly ScreenRow[],
  columns: number,
): Body | undefined {
  const boxed = unbox(rows);
  if (boxed) return boxed;
  const rules = rows.flatMap((row, at) =>
    isDashes(row.text, columns) ? [at] : []
  );
  if (rules.length !== 2) return undefined;
  return {
    head: rows.slice(0, rules[0]),
    content: rows.slice(rules[0]! + 1, rules[1]),
    notes: rows.slice(rules[1]! + 1),
  };
}

/** A path, a blank row and the content, in a box that takes all rows. */
function unbox(rows: readonly ScreenRow[]): Body | undefined {
  if (!/^ ╭─+╮$/.test(rows[0]?.text ?? "")) return undefined;
  if (!/^ ╰─+╯$/.test(rows.at(-1)?.text ?? "")) return undefined;
  const inside = rows.slice(1, -1);
  if (!inside.every(({ text }) => /^ │ .* │$/.test(text))) return undefined;
  const inner = inside.map(({ text, runs }) => ({
    text: text.slice(2, -1).replace(/ +$/, ""),
    runs,
  }));
  const [path, blank, ...content] = inner;
  return path && blank?.text === ""
    ? { head: [path], content, notes: [] }
    : undefined;
}

/**
 * Joins rows of prose.
 *
 * @param rows The rows.
 * @returns The prose, on one line.
 */
export const prose = (rows: readonly ScreenRow[]): string =>
  rows.map((row) => row.text.trim()).join(" ").trim();

/**
 * The rows' texts without indentation, blank ones left out.
 *
 * @param rows The rows.
 * @returns Their texts.
 */
export const textsOf = (rows: readonly ScreenRow[]): string[] =>
  rows.map((row) => row.text.trim()).filter((text) => text !== "");
