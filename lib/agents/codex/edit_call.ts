import { cellWidth } from "../cell_width.ts";
import type { ScreenRow } from "../screen_row.ts";
import type { Call } from "./approval.ts";
import { descriptionRow, destinationRow } from "./wordings.ts";

/**
 * Reads the file that an approval of edits is for. A path that fills its row
 * goes on in the next, cut anywhere.
 *
 * @param body The rows between the title and the options.
 * @param widths What the pane's width can be.
 * @returns What is asked for.
 */
export function editOf(
  body: readonly ScreenRow[],
  widths: readonly number[],
): Call {
  const texts = body.map((row) => row.text).filter((text) => text !== "");
  const description = texts.map((text) => descriptionRow.exec(text)?.[1])
    .find((text) => text !== undefined);
  const more = description === undefined ? {} : { description };
  const at = texts.findIndex((text) => destinationRow.test(text));
  if (at < 0) return { ...more, trouble: "its files are not shown" };
  const first = destinationRow.exec(texts[at]!)?.[1] ?? "";
  const rows = [first, ...texts.slice(at + 1).map((text) => text.slice(2))];
  const path = rows.join("");
  const several = texts.slice(at + 1).some((text) => destinationRow.test(text));
  // A path that does not fit beside its name begins in the next row.
  const full = (text: string) =>
    text === "" || widths.some((width) => cellWidth(text) >= width - 4);
  const whole = path !== "" && rows.slice(0, -1).every(full);
  const trouble = several
    ? "it changes more than one file"
    : path.includes("…")
    ? "its path is cut"
    : !whole || /[\s\ufffd]/.test(path)
    ? "its path is not understood"
    : undefined;
  return {
    ...more,
    ...(several ? {} : { path }),
    ...(trouble === undefined ? {} : { trouble }),
  };
}
