import type { AgentState, Screen } from "../agent.ts";
import { cellWidth } from "../cell_width.ts";
import type { ScreenRow } from "../screen_row.ts";
import { shownRows, withoutBlankEnd } from "../shown_rows.ts";
import { buildRequest } from "../build_request.ts";
import { findComposer } from "./composer.ts";
import { hasMenu } from "./menu.ts";
import { readOther } from "./other_panel.ts";
import { findPanel, mainColumn } from "./panel.ts";
import { readPermission } from "./permission.ts";
import { readStatus } from "./status.ts";
import { goodbye } from "./wordings.ts";

/** A menu that takes all keys, where nothing else asks. */
const menu: AgentState = {
  state: "asking",
  request: buildRequest({
    kind: "question",
    rows: [],
    options: undefined,
    trouble: "a menu is open",
  }),
};

/** How wide the pane is where that is not told: OpenCode paints all of it. */
function paintedWidth(rows: readonly ScreenRow[]): number | undefined {
  const widths = rows.flatMap(({ runs }) =>
    runs === undefined
      ? []
      : [runs.reduce((cells, { text }) => cells + cellWidth(text), 0)]
  );
  return widths.length === 0 ? undefined : Math.max(...widths);
}

/**
 * Reads OpenCode's screen.
 *
 * A panel counts only when it ends the screen in place of the composer:
 * everything above is transcript, which anything can be quoted in.
 *
 * @param screen The visible screen.
 * @returns What OpenCode is doing.
 *
 * @example Usage
 * ```ts
 * import { read } from "./read.ts";
 * import assert from "node:assert/strict";
 *
 * const text = [
 *   "  ┃",
 *   "  ┃  use npm",
 *   "  ┃",
 *   "  ┃  Build · Some model",
 *   `  ╹${"▀".repeat(75)}`,
 *   "   ⬝⬝⬝⬝  esc interrupt    ctrl+p commands",
 * ].join("\n");
 * assert.deepEqual(read({ text, columns: 80 }), {
 *   state: "working",
 *   draft: "use npm",
 * });
 * ```
 */
export function read(screen: Screen): AgentState {
  const all = shownRows(screen);
  const columns = screen.columns ?? paintedWidth(all);
  const { rows: main, right } = mainColumn(all, columns);
  const rows = withoutBlankEnd(main);
  if (rows.length === 0) return { state: "starting" };
  const covered = hasMenu(all, columns);
  const panel = findPanel(rows, right);
  const request = panel && (readPermission(panel, covered) ?? readOther(panel));
  if (request) return { state: "asking", request };
  if (covered) return menu;
  const composer = findComposer(rows);
  if (composer) return readStatus(rows, composer);
  const gone = rows.slice(-6).some(({ text }) => goodbye.test(text));
  return { state: gone ? "exited" : "starting" };
}
