/**
 * Tells whether anything is at a path; a link is, wherever it leads.
 *
 * Requires `--allow-read` for the path.
 *
 * @param path The path.
 * @returns Whether something is there.
 */
export async function exists(path: string): Promise<boolean> {
  try {
    await Deno.lstat(path);
    return true;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return false;
    throw error;
  }
}
