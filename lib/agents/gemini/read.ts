import type { AgentState, Screen } from "../agent.ts";
import { readStatus } from "../gemini_family/status.ts";
import { shownRows, widthOf } from "../shown_rows.ts";
import { findComposer } from "./composer.ts";
import { readPermission } from "./dialog.ts";
import { readOther } from "./other_dialog.ts";
import * as wordings from "./wordings.ts";

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
  const rows = shownRows(screen);
  if (rows.length === 0) return { state: "starting" };
  const columns = widthOf(screen, rows);
  const request = readPermission(rows, columns);
  if (request) return { state: "asking", request };
  const composer = findComposer(rows, columns);
  if (composer) return readStatus(rows, composer, wordings);
  const other = readOther(rows, columns);
  if (other) return other;
  const gone = rows.slice(-40).some((row) => wordings.farewell.test(row.text));
  return { state: gone ? "exited" : "starting" };
}
