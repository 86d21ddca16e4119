import type { Request } from "../agent.ts";
import { buildRequest } from "../build_request.ts";
import { type Buttons, findButtons } from "./buttons.ts";
import { callOf } from "./call.ts";
import { indent, isTitled, type Panel } from "./panel.ts";
import { readings } from "./readings.ts";
import {
  permissionButtons,
  permissionKinds,
  permissionTitle,
} from "./wordings.ts";

/** A panel is no higher, unless it covers the screen: the rest is cut off. */
const highest = 15;

/** Between the bar and what is asked for. */
const titleIndent = 6;
const detailIndent = 2;

/** Between the text and the panel's right edge. */
const padding = 3;

/** Where the panel ends, by all that says so. */
function rightOf(panel: Panel, buttons?: Buttons): number | undefined {
  return panel.right ?? buttons?.right;
}

/** What stands beside the sign in the title's rows, on one line. */
function titleOf(
  rows: readonly string[],
  right: number | undefined,
): string | undefined {
  const sign = /^ {4}(\S) /.exec(rows[0] ?? "")?.[1];
  if (sign === undefined) return undefined;
  const own = rows.map((row) => row.slice(titleIndent));
  if (own.length === 1) return `${sign} ${own[0]}`;
  if (right === undefined) return undefined;
  const width = right - padding - indent - 1 - titleIndent;
  const texts = readings(own, width, false);
  return texts.length === 1 ? `${sign} ${texts[0]}` : undefined;
}

/**
 * Reads a panel that asks for a permission.
 *
 * @param panel The panel that ends the screen.
 * @param covered Whether a menu lies over the screen and takes the keys.
 * @returns The request, or `undefined` when it is another panel.
 */
export function readPermission(
  panel: Panel,
  covered: boolean,
): Request | undefined {
  const texts = panel.rows.map((row) => row.text);
  if (!isTitled(panel, permissionTitle)) return undefined;
  let head = 2;
  while (/^ {4}\S|^ {6}\S/.test(texts[head] ?? "")) head++;
  const buttons = findButtons(panel, permissionButtons);
  const right = rightOf(panel, buttons);
  // Two blank rows stand above the buttons, one below the title.
  const end = buttons ? buttons.row - 2 : texts.length;
  const rows = texts.slice(head + 1, Math.max(head + 1, end));
  const spaced = buttons !== undefined && head + 1 <= end &&
    [texts[head], texts[end], texts[end + 1]].every((row) => row === "");
  while (rows.at(-1) === "") rows.pop();
  const indented = rows.every((row) => row === "" || row.startsWith("  "));
  const title = titleOf(texts.slice(2, head), right);
  const known = permissionKinds.find((kind) => kind.title.test(title ?? ""));
  const call = known && callOf(known, known.title.exec(title!)?.[1] ?? "", {
    rows: rows.map((row) => row.slice(detailIndent)),
    width: right === undefined
      ? undefined
      : right - padding - indent - 1 - detailIndent,
    cut: !buttons || buttons.height >= highest || buttons.fullscreen !== false,
  });
  const { trouble: callTrouble, ...details } = call ?? {};
  const trouble = covered
    ? "a menu lies over it"
    : !buttons
    ? "its buttons are out of view"
    : title === undefined
    ? "its title is not understood"
    : known === undefined
    ? "this kind of dialog is not known"
    : !spaced || !indented
    ? "its layout is not known"
    : callTrouble;
  return buildRequest({
    kind: known?.kind ?? "question",
    details,
    rows: [
      permissionTitle,
      ...texts.slice(2, head),
      ...rows,
      ...buttons ? [permissionButtons.map(([label]) => label).join("   ")] : [],
    ],
    // No key reaches it under a menu.
    options: covered ? undefined : buttons,
    trouble,
    callTrouble,
  });
}
