import type { AgentState, Screen } from "../agent.ts";
import { cellWidth } from "../cell_width.ts";
import { screenRows } from "../screen_row.ts";
import { findComposer } from "./composer.ts";
import { readPermission } from "./dialog.ts";
import { readOther } from "./other_dialog.ts";
import { readStatus } from "./status.ts";
import { farewell } from "./wordings.ts";

/**
 * Reads Gemini CLI's screen.
 *
 * A dialog counts only when its own frame ends the screen and no composer
 * stands under it: everything above is transcript, which anything can be
 * quoted in.
 *
 * @param screen The visible screen.
 * @returns What Gemini is doing.
 *
 * @example Usage
 * ```ts
 * import { read } from "./read.ts";
 * import assert from "node:assert/strict";
 *
 * const text = [
 *   "─".repeat(40),
 *   "▄".repeat(40),
 *   " > use npm",
 *   "▀".repeat(40),
 * ].join("\n");
 * const state = read({ text, columns: 40 });
 * assert.deepEqual(state, {
 *   state: "idle",
 *   draft: "use npm",
 *   composer: " > use npm",
 * });
 * ```
 */
export function read(screen: Screen): AgentState {
  const rows = screenRows(screen.text);
  while (rows.length > 0 && rows.at(-1)!.text.trim() === "") rows.pop();
  if (rows.length === 0) return { state: "starting" };
  const columns = screen.columns ??
    Math.max(...rows.map((row) => cellWidth(row.text)));
  const request = readPermission(rows, columns);
  if (request) return { state: "asking", request };
  const composer = findComposer(rows, columns);
  if (composer) return readStatus(rows, composer);
  const other = readOther(rows, columns);
  if (other) return other;
  const gone = rows.slice(-40).some((row) => farewell.test(row.text));
  return { state: gone ? "exited" : "starting" };
}
