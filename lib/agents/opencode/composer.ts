import type { ScreenRow } from "../screen_row.ts";
import { cellsOf } from "./cells.ts";
import { barColor, indent } from "./panel.ts";
import { bar, composerEdge, homeFooter, placeholders } from "./wordings.ts";

/** Where the box that takes messages stands, and what is in it. */
export interface Composer {
  /** Index of its first row. */
  readonly top: number;
  /** Index of its lower edge. */
  readonly bottom: number;
  /** The text a person has typed; unset when there is none. */
  readonly draft: string | undefined;
  /** How its bar is coloured; unset without colours. */
  readonly bar: string | undefined;
}

/** What hints and descriptions are drawn in: the dot's colour below. */
function mutedColor({ runs }: ScreenRow): string | undefined {
  return runs?.find((run) => run.text.includes("·"))?.color;
}

/** Whether the text is a hint that stands where nothing was typed. */
function isPlaceholder(rows: readonly ScreenRow[], agent: ScreenRow): boolean {
  const text = rows.map((row) => row.text.trim()).join(" ").trim();
  if (!placeholders.some((pattern) => pattern.test(text))) return false;
  const muted = mutedColor(agent);
  const typed = rows.flatMap(({ runs }) => runs ?? [])
    .filter((run) => run.text.trim() !== "");
  return muted === undefined || typed.every((run) => run.color === muted);
}

/**
 * Finds the composer that ends the screen.
 *
 * @param rows The rows of the main column, without blank ones at their end.
 * @returns The composer, or `undefined` when the screen ends in something else.
 */
export function findComposer(
  rows: readonly ScreenRow[],
): Composer | undefined {
  const bottom = rows.findLastIndex(({ text }) => composerEdge.test(text));
  const [, space = "", line = ""] = composerEdge.exec(
    rows[bottom]?.text ?? "",
  ) ?? [];
  if (bottom < 4 || line.length < 20) return undefined;
  // What an agent writes is indented further; the first screen has none of it.
  const home = homeFooter.test(rows.at(-1)!.text);
  if (space.length !== indent && !home) return undefined;
  const under = rows.slice(bottom + 1);
  if (under.some(({ text }) => text.startsWith(space + bar))) return undefined;
  if (!home && under.length > 2) return undefined;
  let top = bottom;
  while (
    top > 0 && rows[top - 1]!.text.startsWith(space + bar) &&
    // A list of commands or files lies above it, between two bars.
    !new RegExp(`${bar}.* ${bar}$`).test(rows[top - 1]!.text)
  ) top--;
  const own = rows.slice(top, bottom).map((row) =>
    cellsOf(row, space.length + 1, space.length + 1 + line.length)
  );
  const agent = own.at(-1);
  if (own.length < 4 || agent?.text === "") return undefined;
  if (own[0]!.text !== "" || own.at(-2)!.text !== "") return undefined;
  const typed = own.slice(1, -2);
  const draft = typed.map((row) => row.text.replace(/^ {2}/, "")).join("\n")
    .trim();
  return {
    top,
    bottom,
    draft: draft === "" || isPlaceholder(typed, agent!) ? undefined : draft,
    bar: barColor(rows[bottom - 1]!),
  };
}
