import type { Option, OptionMeaning } from "../agent.ts";
import { cellWidth } from "../cell_width.ts";
import type { ScreenRow } from "../screen_row.ts";
import { indent, type Panel } from "./panel.ts";
import { buttonHints, cutHints } from "./wordings.ts";

/** The buttons that end a panel. */
export interface Buttons {
  /** Index of their row in the panel. */
  readonly row: number;
  /** How many rows the panel has in all, also where its end is out of view. */
  readonly height: number;
  /** The buttons, left to right. */
  readonly options: readonly Option[];
  /** Index of the highlighted one; unset without colours. */
  readonly selected: number | undefined;
  /** Whether the panel covers the screen; unset where no hint says it. */
  readonly fullscreen: boolean | undefined;
  /** Where the hints say that the panel ends, in cells of the screen. */
  readonly right: number | undefined;
}

/** Between the hints and the panel's right edge. */
const padding = 3;

/** Where the panel ends, by the hints beside the buttons. */
function rightOf(beside: string, end: number, cut: boolean) {
  // With room to spare, they stand at the right edge.
  if (/^ {3}/.test(beside)) return end + padding;
  // Without any, they run on to the end of the column, in the middle of a
  // word; a space there would not be seen.
  return cut && /\w$/.test(beside) &&
      !/(?:select|enter|fullscreen|minimize)$/.test(beside)
    ? end - indent
    : undefined;
}

/** A colour without what says whether it is for signs or for the ground. */
function tone(parameters: string): string {
  return parameters.replace(/^(?:38|48);/, "").replace(
    /^(?:[34]([0-7])|(?:9|10)([0-7]))$/,
    (_, dark?: string, bright?: string) => dark ?? `${Number(bright) + 8}`,
  );
}

/** The button on the ground of the bar's colour. */
function selectedOf(
  { runs }: ScreenRow,
  options: readonly Option[],
  bar: string | undefined,
): number | undefined {
  if (runs === undefined || !bar) return undefined;
  const lit = options.flatMap(({ label }, at) =>
    runs.some((run) =>
        run.text.trim() === label && tone(run.background) === tone(bar)
      )
      ? [at]
      : []
  );
  return lit.length === 1 ? lit[0] : undefined;
}

/**
 * Finds the row of buttons that ends a panel.
 *
 * @param panel The panel.
 * @param wanted The buttons' labels and meanings.
 * @returns The buttons, or `undefined` when the panel does not end in them.
 */
export function findButtons(
  panel: Panel,
  wanted: readonly (readonly [label: string, meaning: OptionMeaning])[],
): Buttons | undefined {
  const start = `   ${wanted.map(([label]) => label).join("   ")}`;
  const row = panel.rows.findLastIndex(({ text }) => text.startsWith(start));
  const found = panel.rows[row];
  // Below are blank rows, and the hints where the panel is narrow.
  if (!found || panel.rows.length - row > 4) return undefined;
  const under = panel.rows.slice(row + 1).map(({ text }) => text);
  const beside = found.text.slice(start.length);
  const narrow = beside === "";
  if (!narrow && !/^ {2}/.test(beside)) return undefined;
  if (under.some((text, at) => text !== "" && !(narrow && at === 1))) {
    return undefined;
  }
  const hints = (narrow ? under[1] ?? "" : beside).trim();
  const whole = buttonHints.exec(hints);
  const partial = cutHints.exec(hints);
  if (hints !== "" && !whole && !partial) return undefined;
  const word = whole?.[1] ?? partial?.[1];
  const end = indent + 1 + cellWidth(found.text);
  const options = wanted.map(([label, meaning]) => ({
    key: undefined,
    label,
    meaning,
  }));
  return {
    row,
    height: row + (narrow ? 4 : 2),
    options,
    selected: selectedOf(found, options, panel.bar),
    fullscreen: word === undefined ? undefined : word === "minimize",
    right: narrow ? undefined : rightOf(beside, end, !whole),
  };
}
