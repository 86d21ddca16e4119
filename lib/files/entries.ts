/**
 * Gives the names in a folder.
 *
 * Requires `--allow-read` permissions.
 *
 * @param path The folder.
 * @returns The names; none if there is no such folder, `undefined` if they
 * cannot be seen or are too many.
 */
export function entries(path: string): readonly string[] | undefined {
  const names: string[] = [];
  try {
    for (const { name } of Deno.readDirSync(path)) {
      names.push(name);
      if (names.length > most) return undefined;
    }
  } catch (error) {
    const missing = error instanceof Deno.errors.NotFound ||
      error instanceof Deno.errors.NotADirectory;
    return missing ? [] : undefined;
  }
  return names;
}

/** How many names are looked at. */
const most = 10_000;
