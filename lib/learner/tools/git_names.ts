/**
 * Whether a text can be the name of a new branch.
 *
 * @param value The text.
 * @returns Whether it names nothing else.
 */
export function isNewName(value: string | undefined): boolean {
  return value !== undefined && /^[A-Za-z0-9][\w./-]*$/.test(value) &&
    !value.includes("..");
}

/**
 * Whether a text names a version.
 *
 * @param value The text.
 * @returns Whether it is no flag and no path with odd characters.
 */
export function isRevision(value: string | undefined): boolean {
  return value !== undefined && /^[A-Za-z0-9@][\w./@^~{}-]*$/.test(value);
}
