import { installedCode, locate, normalisePath } from "../places/mod.ts";
import type { Scene } from "../assessment/mod.ts";
import { nodeTools } from "../tables/node_tools.ts";
import { pythonTools } from "../tables/python_tools.ts";

/**
 * The tool of the project's packages that a path leads to, which is the one
 * that goes by its bare name.
 *
 * Nobody writes unseen where packages are installed.
 *
 * @param path The program as written.
 * @param scene Where it runs.
 * @returns Its name, `undefined` if it is no such tool.
 */
export function installedProgram(
  path: string,
  scene: Scene,
): string | undefined {
  const [, folder, name] =
    /(?:^|\/)(node_modules\/\.bin|\.?venv\/bin)\/([\w.-]+)$/.exec(path) ?? [];
  if (folder === undefined || name === undefined) return undefined;
  if (!path.startsWith("/") && scene.directory === undefined) return undefined;
  const named = normalisePath(
    path.startsWith("/") ? path : `${scene.directory}/${path}`,
  );
  const located = locate(path, scene.directory, scene);
  // A link of the agent's own could lead to what nobody has seen.
  const seen = located?.guard === "defines commands" &&
    (located.inside !== undefined
      ? installedCode.test(located.inside)
      : /^(system|hidden|outside)$/.test(located.place));
  if (!seen || !named.startsWith(`${scene.project}/`)) return undefined;
  const known = folder.startsWith("node")
    ? Object.hasOwn(nodeTools, name)
    : Object.hasOwn(pythonTools, name) || /^(python|pip)[\d.]*$/.test(name);
  return known ? name : undefined;
}

/**
 * Whether a tool that a runner such as npx is to start is among the project's
 * packages, so that nothing is fetched.
 *
 * @param name The tool.
 * @param scene Where it runs.
 * @returns Whether it was seen there.
 */
export function isInstalled(name: string, scene: Scene): boolean {
  const { project, directory, entries } = scene;
  if (directory === undefined || entries === undefined) return false;
  let folder = normalisePath(directory);
  while (folder === project || folder.startsWith(`${project}/`)) {
    const programs = `${folder}/node_modules/.bin`;
    if (entries(programs)?.includes(name)) {
      return installedProgram(`${programs}/${name}`, scene) === name;
    }
    folder = folder.slice(0, folder.lastIndexOf("/"));
  }
  return false;
}
