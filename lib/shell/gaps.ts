import { type Frame, type Reading, refuse } from "./reading.ts";

/** Something with a place in the text. */
interface Placed {
  readonly pos: number;
  readonly end: number;
}

const filler = "\\s|\\\\\\n|#[^\\n]*(?=\\n|$)";
const between = {
  words: /^(\s|\\\n)*$/,
  statements: new RegExp(`^(${filler}|;|&)*$`),
  lists: new RegExp(`^(${filler}|&&|\\|\\|)*$`),
  pipes: new RegExp(`^(${filler}|\\|&?|--)*$`),
} as const;

/** What may stand between two parts of a line. */
export type Gap = keyof typeof between;

/**
 * Refuses text that is in no part of the syntax tree and is no operator
 * either: a tolerant parser passes over what it does not understand.
 *
 * @param parts The parts, in order.
 * @param gap What may stand between them.
 * @param whole The place of all of them.
 * @param frame What they are nested in.
 * @param reading What is collected.
 */
export function refuseGaps(
  parts: readonly Placed[],
  gap: Gap,
  whole: Placed,
  frame: Frame,
  reading: Reading,
): void {
  const { source } = frame;
  // The body of a here-document stands in the gap behind its line.
  if (gap !== "words" && source.includes("<<")) return;
  let end = whole.pos;
  for (const part of [...parts, { pos: whole.end, end: whole.end }]) {
    if (!between[gap].test(source.slice(end, part.pos))) {
      const text = source.slice(whole.pos, whole.end);
      refuse(reading, "text that cannot be read", text);
      return;
    }
    end = Math.max(end, part.end);
  }
}
