/** Escaped characters, plain ones, and brackets that are closed. */
const closed =
  /^(?:\\.|[^[\\]|\[(?:\^|(?!\^))(?:\]|(?!\]))(?:\[:\w+:\]|\[(?![:.=])|\\[^\]]|[^\][\\])*\])*$/s;

/**
 * Whether all brackets of a regular expression are closed, so that every
 * program sees the same end of it: some take its delimiter in brackets for a
 * character, and a backslash there, too.
 *
 * @param pattern What stands before the first delimiter.
 * @returns Whether the delimiter is the end for all of them.
 */
export function closesBrackets(pattern: string): boolean {
  return closed.test(pattern);
}
