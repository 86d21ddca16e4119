import type { ScreenRow } from "../screen_row.ts";
import { isRule } from "./composer.ts";
import { isSpilled } from "./spilled.ts";
import {
  permissionFooter,
  permissionQuestion,
  scrolledAway,
} from "./wordings.ts";

/** Where the parts of a permission dialog stand. */
export interface DialogParts {
  /** Index of the title; unset when it is out of view. */
  readonly title: number | undefined;
  /** Index of the question's first row. */
  readonly question: number;
  /** Index of the first option row. */
  readonly first: number;
  /** Index after the last option row. */
  readonly end: number;
  /** Why its frame cannot be relied on; unset when it can. */
  readonly trouble?: string;
}

/** Whether all that is drawn in a row has a colour, as only Claude can do. */
function isColoured({ runs }: ScreenRow): boolean {
  return runs === undefined ||
    runs.every((run) => run.color !== "" || run.text.trim() === "");
}

/** Whether a row's first text has a colour: the title's; a path may follow. */
function startsColoured({ runs }: ScreenRow): boolean {
  const start = runs?.find((run) => run.text.trim() !== "");
  return start !== undefined && start.color !== "";
}

/** The rows from the first option to the last, above the footer. */
function optionsAbove(
  texts: readonly string[],
  end: number,
  columns: number,
): number {
  let first = end;
  while (first > 0) {
    const own = /^ (?:[❯>] ?| {2})\S|^ {2}\d+\.|^ {4,}\S/;
    if (!own.test(texts[first - 1]!) && !isSpilled(texts, first - 1, columns)) {
      break;
    }
    first--;
  }
  return first;
}

/** Where the title stands, and whether more than the frame is out of view. */
function titleAbove(
  rows: readonly ScreenRow[],
  question: number,
  columns: number,
  hidden: number | undefined,
): Pick<DialogParts, "title" | "trouble"> {
  let frame = question - 1;
  while (frame >= 0 && !isRule(rows[frame]!.text, columns)) frame--;
  if (frame >= 0) {
    const title = frame + 1;
    if (hidden !== undefined) {
      return { title, trouble: "some of it is out of view" };
    }
    // What is asked for is drawn inside, and may look like a frame.
    return isColoured(rows[frame]!) &&
        (rows[title]!.runs === undefined || startsColoured(rows[title]!))
      ? { title }
      : { title, trouble: "its frame may be a part of what it shows" };
  }
  // The frame alone may be out of view: 2.1.330 counts what is, and no text
  // can have the title's colour.
  const alone = rows[0]!.runs === undefined
    ? hidden === 1
    : (hidden ?? 1) === 1 && startsColoured(rows[0]!);
  return alone && /^ \S/.test(rows[0]!.text)
    ? { title: 0 }
    : { title: undefined };
}

/**
 * Finds the parts of a permission dialog that ends the screen.
 *
 * @param rows The screen's rows without blank rows at its end.
 * @param columns The width of the pane.
 * @returns `undefined` when the screen ends in something else.
 */
export function findParts(
  rows: readonly ScreenRow[],
  columns: number,
): DialogParts | undefined {
  const texts = rows.map((row) => row.text);
  const text = (at: number) => texts[at] ?? "";
  let end = rows.length;
  let hidden: number | undefined;
  let footer = false;
  // A footer can take more than one row in a narrow pane.
  for (let at = rows.length - 1; at >= Math.max(0, rows.length - 3); at--) {
    if (!permissionFooter.test(text(at))) continue;
    if (at < rows.length - 1 && !/^ \S/.test(text(at + 1))) break;
    footer = true;
    end = at;
    break;
  }
  while (
    end > 0 && (text(end - 1) === "" || scrolledAway.test(text(end - 1)))
  ) {
    const [, way, lines] = scrolledAway.exec(text(end - 1)) ?? [];
    // Below, more than a frame is missing.
    if (way === "↓") hidden = Infinity;
    else if (lines !== undefined) hidden = (hidden ?? 0) + Number(lines);
    end--;
  }
  const first = optionsAbove(texts, end, columns);
  if (first === end || (!footer && !/\(esc\)$/.test(text(end - 1)))) {
    return undefined;
  }
  let question = first - 1;
  // The question wraps in a narrow pane: its rows stand together.
  while (
    question > 0 && /^ \S/.test(text(question)) &&
    !/^ Do you /.test(text(question))
  ) question--;
  const asked = texts.slice(question, first).map((row) => row.trim()).join(" ");
  if (!permissionQuestion.test(asked)) return undefined;
  return {
    question,
    first,
    end,
    ...titleAbove(rows, question, columns, hidden),
  };
}
