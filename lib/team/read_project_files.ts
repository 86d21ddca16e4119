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
    [name, await textOf(`${project}/${name}`)] as const;
  return Object.fromEntries(await Promise.all(projectFiles.map(read)));
}
