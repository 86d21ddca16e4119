/** The files by which a kind of project is known, and what is read of them. */
export const projectFiles = [
  "package.json",
  "deno.json",
  "deno.jsonc",
  "Cargo.toml",
  "go.mod",
  "pyproject.toml",
  "setup.py",
  "requirements.txt",
  "Makefile",
  "justfile",
] as const;

/**
 * Reads those of a project's files that say what kind of project it is.
 *
 * Requires `--allow-read` for the folder.
 *
 * @param project The project's folder.
 * @returns The files' texts, by name.
 */
export async function readProjectFiles(
  project: string,
): Promise<Record<string, string | undefined>> {
  const read = async (name: string) => {
    try {
      return [name, await Deno.readTextFile(`${project}/${name}`)] as const;
    } catch (error) {
      if (error instanceof Deno.errors.NotFound) {
        return [name, undefined] as const;
      }
      throw error;
    }
  };
  return Object.fromEntries(await Promise.all(projectFiles.map(read)));
}
