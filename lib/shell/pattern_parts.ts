/**
 * What is left of a name that fits a pattern, as a pattern again.
 *
 * A `**` in a pattern stands for any folders, and a `*` for no slash.
 *
 * @module
 */

/**
 * The pattern that fits what is left of a name without its end.
 *
 * @param pattern The pattern that the name fits.
 * @param end The end, plain text, or `.*` for all from the last dot on.
 * @returns The pattern, `undefined` if not every name ends so.
 */
export function withoutEnd(pattern: string, end: string): string | undefined {
  const [, plain] = /(?<=[*\w])(\.\w+)$/.exec(pattern) ?? [];
  const cut = end === ".*" ? plain : end;
  return cut !== undefined && /^[\w.-]+$/.test(cut) && pattern.endsWith(cut) &&
      pattern.length > cut.length
    ? pattern.slice(0, -cut.length)
    : undefined;
}

/**
 * The pattern that fits the last part of a path, as `basename` gives it.
 *
 * @param pattern The pattern that the path fits.
 * @returns The pattern, `undefined` if paths may end with a slash.
 */
export function lastPart(pattern: string): string | undefined {
  const last = pattern.slice(pattern.lastIndexOf("/") + 1);
  if (last === "" || last === "**") return undefined;
  // It may be hidden where nothing but its folder is known.
  return pattern.includes("**") ? `**/${last}` : last;
}

/**
 * The pattern that fits the folder of a path, as `dirname` gives it.
 *
 * @param pattern The pattern that the path fits.
 * @returns The pattern, `undefined` if it cannot be told.
 */
export function folderOf(pattern: string): string | undefined {
  const at = pattern.lastIndexOf("/");
  return at <= 0 || at === pattern.length - 1
    ? undefined
    : pattern.slice(0, at);
}
