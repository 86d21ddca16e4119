import type { RecordHead, RecordPlace, Records } from "../agents/mod.ts";

/** A record that was found by what stands in it. */
export interface FoundRecord {
  /** Where it is. */
  readonly path: string;
  /** What its beginning tells. */
  readonly head: RecordHead;
}

/** Of the folders on the way, only the latest by name are looked into. */
const latestFolders = 3;

/** No first line that matters is longer, in bytes. */
const longestHead = 512 * 1024;

/** Clocks of files and of programs differ by less, in milliseconds. */
const slack = 2000;

/**
 * Finds the records of conversations that began in a project since a time.
 *
 * Requires `--allow-read` for the records.
 *
 * @param records What the kind of agent says of its records.
 * @param place Whose records.
 * @param since When the agent was started, in milliseconds since 1970.
 * @returns The records, in no order; none when they cannot be read.
 */
export async function findRecords(
  records: Records,
  place: RecordPlace,
  since: number,
): Promise<FoundRecord[]> {
  const search = records.search?.(place);
  if (!search || !records.head) return [];
  let folders = [search.folder];
  for (let depth = 0; depth < search.depth; depth++) {
    folders = (await Promise.all(folders.map(latestIn))).flat();
  }
  const found: FoundRecord[] = [];
  for (const folder of folders) {
    for (const { name, isFile } of await entriesOf(folder)) {
      if (!isFile || !search.name.test(name)) continue;
      const path = `${folder}/${name}`;
      const head = await headOf(records, path, since);
      if (head && (head.project ?? place.project) === place.project) {
        found.push({ path, head });
      }
    }
  }
  return found;
}

async function entriesOf(folder: string): Promise<Deno.DirEntry[]> {
  try {
    return await Array.fromAsync(Deno.readDir(folder));
  } catch {
    // Not there yet, or not to be read: then there is no record.
    return [];
  }
}

async function latestIn(folder: string): Promise<string[]> {
  const entries = await entriesOf(folder);
  return entries.filter((entry) => entry.isDirectory)
    .map(({ name }) => name).sort().slice(-latestFolders)
    .map((name) => `${folder}/${name}`);
}

async function headOf(
  records: Records,
  path: string,
  since: number,
): Promise<RecordHead | undefined> {
  try {
    const { mtime } = await Deno.stat(path);
    if ((mtime?.getTime() ?? 0) < since - slack) return undefined;
    const head = records.head?.(await firstLine(path));
    return head && (head.started ?? since) >= since - slack ? head : undefined;
  } catch {
    return undefined;
  }
}

async function firstLine(path: string): Promise<string> {
  using file = await Deno.open(path);
  const decoder = new TextDecoder();
  const part = new Uint8Array(64 * 1024);
  let text = "";
  for (let read = 0; read < longestHead;) {
    const length = await file.read(part);
    if (length === null) break;
    read += length;
    text += decoder.decode(part.subarray(0, length), { stream: true });
    const end = text.indexOf("\n");
    if (end >= 0) return text.slice(0, end);
  }
  return text;
}
