import { textOf } from "../files/mod.ts";
import { projectFiles, type ProjectTexts } from "../learner/mod.ts";

/**
 * Reads those of a project's files that say what kind of project it is.
 *
 * Requires `--allow-read` for the folder.
 *
 * @param project The project's folder.
 * @returns The files' texts, by name.
 */
export async function readProjectFiles(project: string): Promise<ProjectTexts> {
  const read = async (name: string) =>
    [name, await plainText(`${project}/${name}`)] as const;
  return Object.fromEntries(await Promise.all(projectFiles.map(read)));
}

/** Nothing that is larger says how a project is built, in bytes. */
const largest = 1024 * 1024;

async function plainText(path: string): Promise<string | undefined> {
  try {
    // A pipe would be waited for until somebody writes to it.
    const { isFile, size } = await Deno.stat(path);
    return isFile && size <= largest ? await textOf(path) : undefined;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return undefined;
    throw error;
  }
}
