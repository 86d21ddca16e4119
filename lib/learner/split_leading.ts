/** A line cut behind its first command. */
export interface SplitLine {
  /** The first command. */
  readonly head: string;
  /** What follows it. */
  readonly rest: string;
}

const plainWord =
  `(?:[\\w./@+=:,~-]+|"(?:[^"$\`\\\\\\n!]|\\$[A-Za-z_?])*"|'[^'\\n]*')`;
const leading = new RegExp(
  `^\\s*((?:cd|mkdir|rmdir|rm|cp|mv|touch|ls|pwd|echo|cat|sleep)` +
    `(?:[ \\t]+${plainWord})*(?:[ \\t]+2>/dev/null)?)[ \\t]*(?:&&|;(?!;)|\\n)\\s*`,
);
const comment = /^\s*#[^\n]*\n/;

/**
 * Cuts a line behind its first command, if that is plain words.
 *
 * Whatever the first command is followed by, the rest runs in the folder
 * before it or, if it is a `cd`, in the one that it leads to. So the rest may
 * be judged by itself, once for each of them.
 *
 * @param line The line.
 * @returns The two pieces, `undefined` unless the cut is certain.
 */
export function splitLeading(line: string): SplitLine | undefined {
  const text = line.replace(comment, "");
  const found = leading.exec(text);
  if (found === null) return undefined;
  const rest = text.slice(found[0].length);
  return rest.trim() === "" ? undefined : { head: found[1]!, rest };
}
