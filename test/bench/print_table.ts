const encoder = new TextEncoder();

/**
 * Prints a line.
 *
 * @param text The line.
 */
export function printLine(text = ""): void {
  let bytes = encoder.encode(`${text}\n`);
  while (bytes.length > 0) {
    bytes = bytes.subarray(Deno.stdout.writeSync(bytes));
  }
}

/**
 * Prints a table: the first column from the left, numbers from the right.
 *
 * @param title What it shows.
 * @param head The columns' titles.
 * @param rows The cells.
 */
export function printTable(
  title: string,
  head: readonly string[],
  rows: readonly (readonly string[])[],
): void {
  const widths = head.map((cell, column) =>
    Math.max(cell.length, ...rows.map((row) => row[column]?.length ?? 0))
  );
  printLine();
  printLine(title);
  for (const row of [head, ...rows]) {
    const cells = row.map((cell, column) =>
      column === 0
        ? cell.padEnd(widths[column] ?? 0)
        : cell.padStart(widths[column] ?? 0)
    );
    printLine(`  ${cells.join("  ").trimEnd()}`);
  }
}
