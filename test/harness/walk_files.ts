/**
 * Lists all files below a folder.
 *
 * @param folder The folder.
 * @returns The paths of plain files.
 */
export async function* walkFiles(folder: string): AsyncGenerator<string> {
  for await (const entry of Deno.readDir(folder)) {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory) yield* walkFiles(path);
    else if (entry.isFile) yield path;
  }
}
