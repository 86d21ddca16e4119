/**
 * Reads a text file that need not be there.
 *
 * Requires `--allow-read` for the path.
 *
 * @param path The file.
 * @returns Its text, `undefined` when there is no such file.
 */
export async function textOf(path: string): Promise<string | undefined> {
  try {
    return await Deno.readTextFile(path);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return undefined;
    throw error;
  }
}
