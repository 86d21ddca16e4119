/** Nothing that is larger says what a project's tasks are, in bytes. */
const largest = 1024 * 1024;

/**
 * Reads a plain file, at once, for a decision that waits for it.
 *
 * Requires `--allow-read` for the path.
 *
 * @param path The file.
 * @returns Its text, `undefined` when it is not a plain file of at most 1 MiB
 * that may be read.
 */
export function fileText(path: string): string | undefined {
  try {
    const { isFile, size } = Deno.statSync(path);
    return isFile && size <= largest ? Deno.readTextFileSync(path) : undefined;
  } catch {
    return undefined;
  }
}
