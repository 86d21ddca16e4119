/**
 * Frames a screen for a message, so that blank rows and edges can be seen.
 *
 * @param screen The rows, joined by newlines.
 * @returns The rows, each behind a bar, without the blank ones at the end.
 */
export function describeScreen(screen: string): string {
  return screen.trimEnd().split("\n").map((row) => `  | ${row}`).join("\n");
}
