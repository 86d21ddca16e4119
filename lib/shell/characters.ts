import type { Opaque } from "./command.ts";

/** Lines longer than this are not read. */
export const longestLine = 10_000;

/**
 * Characters that look like nothing or like something else: people cannot
 * judge what they do not see, and terminals and shells disagree about them.
 * Source: Unicode 16, general categories Cc, Cf, Zs, Zl, Zp, and UAX #9.
 */
const kinds: readonly (readonly [reason: string, characters: RegExp])[] = [
  ["carriage return", /\r/],
  // deno-lint-ignore no-control-regex
  ["control character", /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]/],
  ["bidi character", /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/],
  [
    "invisible character",
    /[\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200d\u2060-\u2065\u206a-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb\u{13430}-\u{1343f}\u{1bca0}-\u{1bca3}\u{1d173}-\u{1d17a}\u{e0000}-\u{e0fff}]/u,
  ],
  [
    "unusual space",
    /[\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/,
  ],
  ["broken character", /\p{Surrogate}|\ufffd/u],
];

const plainText = /^[\t\n\x20-\x7e]*$/;

/** Bash joins lines before it looks for an expansion; not all parsers do. */
const acrossLines = /[$<>]\\\n/;

/**
 * Finds characters that hide what a line does.
 *
 * @param text The line.
 * @returns One finding for each kind of character that is in it.
 */
export function hiddenCharacters(text: string): Opaque[] {
  const found: Opaque[] = [];
  const joined = acrossLines.exec(text);
  if (joined !== null) {
    found.push(describe("expansion across lines", text, joined.index));
  }
  if (plainText.test(text)) return found;
  for (const [reason, characters] of kinds) {
    const match = characters.exec(text);
    if (match !== null) found.push(describe(reason, text, match.index));
  }
  return found;
}

function describe(reason: string, text: string, at: number): Opaque {
  return { reason, text: text.slice(Math.max(0, at - 20), at + 20) };
}
