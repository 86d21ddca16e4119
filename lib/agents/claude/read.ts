import type { AgentState, Screen } from "../agent.ts";
import { shownRows, widthOf } from "../shown_rows.ts";
import { unbox } from "./boxed.ts";
import { findComposer } from "./composer.ts";
import { readPermission } from "./dialog.ts";
import { readOther } from "./other_dialog.ts";
import { isLimitMenu, limitAbove } from "./limit.ts";
import { readStatus } from "./status.ts";

/**
 * Reads Claude Code's screen.
 *
 * A dialog counts only when it ends the screen and no composer stands under
 * it: everything above is transcript, which anything can be quoted in.
 *
 * @param screen The visible screen.
 * @returns What Claude is doing.
 *
 * @example Usage
 * ```ts
 * import { read } from "./read.ts";
 * import assert from "node:assert/strict";
 *
 * const rule = "─".repeat(40);
 * const text = [rule, "❯\u00a0", rule, "  ? for shortcuts"].join("\n");
 * assert.deepEqual(read({ text, columns: 40 }), { state: "idle" });
 * ```
 */
export function read(screen: Screen): AgentState {
  const rows = shownRows(screen);
  if (rows.length === 0) return { state: "starting" };
  const columns = widthOf(screen, rows);
  const composer = findComposer(rows, columns);
  if (composer) return readStatus(rows, composer);
  const boxed = unbox(rows, columns);
  const request = readPermission(
    boxed?.rows ?? rows,
    boxed?.columns ?? columns,
  ) ?? readOther(rows);
  if (request && isLimitMenu(request)) {
    const texts = rows.map((row) => row.text);
    return { state: "limited", ...limitAbove(texts), menu: request };
  }
  if (request) return { state: "asking", request };
  const gone = rows.slice(-6).some((row) =>
    /^Resume this session with:/.test(row.text)
  );
  return { state: gone ? "exited" : "starting" };
}
