import type { AgentState, Screen } from "../agent.ts";
import { cellWidth } from "../cell_width.ts";
import type { ScreenRow } from "../screen_row.ts";
import { shownRows } from "../shown_rows.ts";
import { readApproval } from "./approval.ts";
import { findComposer } from "./composer.ts";
import { readOther } from "./other_dialog.ts";
import { readStatus } from "./status.ts";

/** Widths that panes usually have. */
const usualWidths = [80, 120, 160, 200, 250];

/** The width, or, where it is not told, the likeliest and the least. */
function widthsOf(screen: Screen, rows: readonly ScreenRow[]): number[] {
  if (screen.columns !== undefined) return [screen.columns];
  const least = Math.max(...rows.map((row) => cellWidth(row.text)));
  const likely = usualWidths.find((width) => width >= least);
  return likely === undefined ? [least] : [likely, least];
}

/** What Codex prints when it ends, at the very left. */
const farewell = /^(?:Token usage: |To continue this session, run )/;

/**
 * Reads Codex's screen.
 *
 * A dialog counts only when it ends the screen and no composer stands under
 * it: everything above is transcript, which anything can be quoted in.
 *
 * @param screen The visible screen.
 * @returns What Codex is doing.
 *
 * @example Usage
 * ```ts
 * import { read } from "./read.ts";
 * import assert from "node:assert/strict";
 *
 * const text = [
 *   "› Ask Codex to do anything",
 *   "",
 *   "  gpt-5.5 default · /src/shop",
 *   "  ← for agents · ? for shortcuts",
 * ].join("\n");
 * assert.deepEqual(read({ text, columns: 80 }), { state: "idle" });
 * ```
 */
export function read(screen: Screen): AgentState {
  const rows = shownRows(screen);
  if (rows.length === 0) return { state: "starting" };
  const composer = findComposer(rows);
  if (composer) return readStatus(rows, composer, screen.title);
  const request = readApproval(rows, widthsOf(screen, rows)) ?? readOther(rows);
  if (request) return { state: "asking", request };
  const gone = rows.slice(-4).some((row) => farewell.test(row.text));
  return { state: gone ? "exited" : "starting" };
}
