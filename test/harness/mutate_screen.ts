/** What stands in many screens, and may come to stand at any place in them. */
const scraps: readonly string[] = [
  ...["─", "╭──╮", "╰──╯", "│ ", "┃", "❯", "› ", "● ", "• ", "…", "↓"],
  ...[
    " 1. Yes",
    "1. ",
    "(y)",
    "$ ",
    "  ",
    "\n",
    "\n\n",
    "\t",
    "\u200b",
    "日本",
  ],
  ...["\x1b[1m", "\x1b[2m", "\x1b[7m", "\x1b[0m", "\x1b[48;2;1;2;3m"],
];

/**
 * Loses, doubles, moves or puts in something at a few places of a screen.
 *
 * @param text The screen.
 * @param below Gives pseudo-random numbers below the given one.
 * @param more What may be put in besides what any screen can hold.
 * @returns The changed screen.
 */
export function mutateScreen(
  text: string,
  below: (most: number) => number,
  more: readonly string[],
): string {
  const known = [...scraps, ...more];
  let made = text;
  for (let count = 1 + below(4); count > 0; count--) {
    const at = below(made.length + 1);
    const rows = made.split("\n");
    const row = below(rows.length);
    const change = [
      () => made.slice(0, at) + made.slice(at + below(30)),
      () => made.slice(0, at) + known[below(known.length)] + made.slice(at),
      () => rows.toSpliced(row, 1).join("\n"),
      () => rows.toSpliced(below(rows.length), 0, rows[row]!).join("\n"),
      () => rows.with(row, rows[row]!.slice(0, below(80))).join("\n"),
      () => rows.slice(below(rows.length)).join("\n"),
    ][below(6)]!;
    made = change();
  }
  return made;
}
