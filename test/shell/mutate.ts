/**
 * Makes new lines of shell out of old ones, the same on every run.
 *
 * @module
 */

/** Gives numbers from 0 up to but not including a limit. */
export type Dice = (limit: number) => number;

/** What may be put in: every character with a meaning, and every keyword. */
const pieces = [
  " ",
  "\n",
  "\t",
  ";",
  "&",
  "&&",
  "||",
  "|",
  "(",
  ")",
  "{ ",
  "; }",
  "<",
  ">",
  ">>",
  "<<<",
  "<<A\n",
  "\nA\n",
  "<(",
  ">(",
  "$(",
  "$((",
  "))",
  "${",
  "}",
  "`",
  "'",
  '"',
  "\\",
  "\\\n",
  "$'",
  '$"',
  "#",
  " # ",
  "!",
  "=",
  "+=",
  "[",
  "]",
  "[[ ",
  " ]]",
  "*",
  "?",
  "~",
  "{a,b}",
  "$x",
  '"$x"',
  "${x}",
  "x=1 ",
  "2>&1",
  "-",
  "--",
  "-c ",
  "a",
  "1",
  " pwn ",
  " tool ",
  " cd a ",
  " cd .. ",
  " if ",
  " then ",
  " fi ",
  " do ",
  " done ",
  " for x in ",
  " while ",
  " case ",
  " in ",
  " esac ",
  " time ",
  " ! ",
  " env ",
  " xargs ",
  " timeout 1 ",
  " nice ",
  " bash -c ",
  " command ",
  " exec ",
  "-n 1 ",
  "A=b ",
  "A=(",
  "a[",
  ">&",
  "<&",
  "&>",
  ">|",
  "<>",
  "{fd}>",
  "'$(pwn)'",
  "\\$(pwn)",
  "declare ",
  "export ",
  "${x:-",
  "${x/",
  "${#x}",
  "$((1+",
  "; ",
  "| ",
  "@(",
  "!(",
  "coproc ",
  "select y in ",
  "for ((",
  ";; ",
  "<<-'A'\n",
  '<<"A"\n',
  "$$",
  "$?",
  "\\x",
  "\\'",
  '\\"',
];

/**
 * Changes a line in a few places, or joins it with another.
 *
 * @param lines The lines to start from.
 * @param dice What decides.
 * @returns A line that may no longer be one.
 */
export function mutate(lines: readonly string[], dice: Dice): string {
  let text = lines[dice(lines.length)]!;
  if (dice(4) === 0) {
    const other = lines[dice(lines.length)]!;
    const joint = pieces[dice(pieces.length)]!;
    text = `${text.slice(0, dice(text.length + 1))}${joint}` +
      other.slice(dice(other.length + 1));
  }
  for (let left = 1 + dice(3); left > 0; left--) {
    const at = dice(text.length + 1);
    const cut = dice(3) === 0 ? 1 + dice(4) : 0;
    const put = dice(3) === 0 && cut > 0 ? "" : pieces[dice(pieces.length)]!;
    text = text.slice(0, at) + put + text.slice(at + cut);
  }
  return text;
}
