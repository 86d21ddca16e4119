/**
 * Lists what stands in a folder.
 *
 * @param folder The folder.
 * @returns The names, sorted.
 */
export async function folderNames(folder: string): Promise<string[]> {
  const names: string[] = [];
  for await (const { name } of Deno.readDir(folder)) names.push(name);
  return names.sort();
}
