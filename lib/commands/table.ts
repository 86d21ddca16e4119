import { cellWidth } from "../agents/mod.ts";

/**
 * Lays out rows in columns, two spaces apart.
 *
 * @example Usage
 * ```ts
 * import { table } from "./table.ts";
 * import assert from "node:assert/strict";
 *
 * assert.deepEqual(table(["ID", "WHAT"], [["7", "npm test"]]), [
 *   "ID  WHAT",
 *   "7   npm test",
 * ]);
 * ```
 *
 * @param head The columns' titles.
 * @param rows The cells, as many in each row as there are titles.
 * @returns The lines.
 */
export function table(
  head: readonly string[],
  rows: readonly (readonly string[])[],
): string[] {
  const widths = head.map((title, column) =>
    Math.max(...[title, ...rows.map((row) => row[column] ?? "")].map(cellWidth))
  );
  return [head, ...rows].map((row) =>
    row.map((cell, column) =>
      cell + " ".repeat(widths[column]! - cellWidth(cell))
    ).join("  ").trimEnd()
  );
}

/**
 * Cuts a line to a number of cells, ending it with `…` when it was longer.
 *
 * @param line The line.
 * @param cells How many cells it may take.
 * @returns The line or its beginning.
 */
export function cut(line: string, cells: number): string {
  if (cellWidth(line) <= cells) return line;
  let kept = "";
  for (const character of line) {
    if (cellWidth(kept + character) > cells - 1) break;
    kept += character;
  }
  return `${kept}…`;
}
