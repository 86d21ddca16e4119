import type { AgentState, Screen } from "../agent.ts";
import { cellWidth } from "../cell_width.ts";
import { type ScreenRow, screenRows } from "../screen_row.ts";
import { readDialog } from "./read_dialog.ts";
import {
  endMessage,
  errorMessage,
  idleFooter,
  limitMessage,
  placeholder,
  signs,
  workingFooter,
} from "./wordings.ts";

/**
 * Reads a rehearsal's screen.
 *
 * Only the frame at the bottom counts: a dialog down to its footer, or the
 * composer between its rules. What an agent writes never begins in the first
 * cell, so nothing quoted can pass for either.
 *
 * @example Usage
 * ```ts
 * import { read } from "./read.ts";
 * import assert from "node:assert/strict";
 *
 * assert.deepEqual(read({ text: "" }), { state: "starting" });
 * ```
 *
 * @param screen The visible screen.
 * @returns What the rehearsal is doing.
 */
export function read(screen: Screen): AgentState {
  const all = screenRows(screen.text);
  const end = all.findLastIndex((row) => row.text !== "") + 1;
  const drawn = all.slice(0, end);
  const rows = drawn.map((row) => row.text);
  const columns = screen.columns ??
    Math.max(0, ...rows.map((row) => cellWidth(row)));

  const request = readDialog(rows, columns);
  if (request) return { state: "asking", request };

  const composer = readComposer(drawn, columns);
  if (composer) {
    const { draft } = composer;
    const typed = draft === undefined ? {} : { draft };
    if (composer.working) return { state: "working", ...typed };
    const trouble = troubleIn(rows.slice(0, composer.from));
    if (trouble?.state === "limited") return { ...trouble, ...typed };
    return trouble ?? { state: "idle", ...typed };
  }
  const exited = rows.slice(-3).some((row) =>
    row.startsWith(endMessage) || row.startsWith("Pane is dead")
  );
  return exited ? { state: "exited" } : { state: "starting" };
}

interface Composer {
  from: number;
  working: boolean;
  draft: string | undefined;
}

function readComposer(
  drawn: readonly ScreenRow[],
  columns: number,
): Composer | undefined {
  const rows = drawn.map((row) => row.text);
  const footer = rows.at(-1);
  const working = footer === "  " + workingFooter;
  if (!working && footer !== "  " + idleFooter) return undefined;
  const rule = "─".repeat(columns);
  if (rows.at(-2) !== rule) return undefined;
  const from = rows.slice(0, -2).findLastIndex((row) =>
    row === rule ||
    (/^── \d+ rows above ─*$/.test(row) && cellWidth(row) === columns)
  );
  if (from < 0) return undefined;
  const typed = drawn.slice(from + 1, -2);
  const whole = rows[from] === rule;
  const [first] = typed;
  if (first === undefined || (whole && !/^❯( |$)/.test(first.text))) {
    return undefined;
  }
  const empty = typed.length === 1 &&
    (first.text === "❯" || isPlaceholder(first));
  return { from, working, draft: empty ? undefined : draftOf(typed, columns) };
}

function isPlaceholder(row: ScreenRow): boolean {
  if (row.text !== `❯ ${placeholder}`) return false;
  return row.runs === undefined ||
    row.runs.some((run) => run.faint && run.text.startsWith(placeholder));
}

/** Puts the composer's rows together again. */
function draftOf(rows: readonly ScreenRow[], columns: number): string {
  const room = columns - 3;
  return rows.map((row, index) => {
    const text = row.text.slice(2);
    const next = rows[index + 1]?.text.slice(2);
    if (next === undefined) return text;
    const missing = room - cellWidth(text);
    if (missing > 1) return text + "\n";
    const wide = cellWidth(Array.from(next)[0] ?? "") === 2;
    return missing === 1 && next !== "" && !wide ? text + " " : text;
  }).join("");
}

/** The limit or error that the transcript ends with, if it does. */
function troubleIn(rows: readonly string[]): AgentState | undefined {
  const at = rows.findLastIndex((row) => /^\S/.test(row));
  const row = rows[at] ?? "";
  if (!row.startsWith(signs.trouble + " ")) return undefined;
  const rest = rows.slice(at + 1).filter((row) => row !== "");
  const text = [row.slice(2), ...rest.map((row) => row.trim())].join(" ");
  if (text.startsWith(limitMessage)) {
    return { state: "limited", resets: text.slice(limitMessage.length) };
  }
  return text.startsWith(errorMessage)
    ? { state: "error", message: text.slice(errorMessage.length) }
    : undefined;
}
