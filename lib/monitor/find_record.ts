import { basename } from "node:path";
import type {
  RecordHead,
  RecordPlace,
  Records,
  RecordSearch,
} from "../agents/mod.ts";

/** A record that was found by what stands in it. */
export interface FoundRecord {
  /** Where it is. */
  readonly path: string;
  /** What its beginning tells. */
  readonly head: RecordHead;
}

/** What is known of the conversation whose record is looked for. */
export interface Sought {
  /** When the agent was started, in milliseconds since 1970. */
  readonly since: number;
  /** Its id, if it is known: then it may have begun long before. */
  readonly session?: string;
}

/** Of the folders on the way, only the latest by name are looked into. */
const latestFolders = 3;

/** No first line that matters is longer, in bytes. */
const longestHead = 512 * 1024;

/** Clocks of files and of programs differ by less, in milliseconds. */
const slack = 2000;

/**
 * Finds the records of conversations in a project: those that began since a
 * time, or the one whose id is known.
 *
 * Requires `--allow-read` for the records.
 *
 * @param records What the kind of agent says of its records.
 * @param place Whose records.
 * @param sought Which.
 * @returns The records, in no order; none when they cannot be read.
 */
export async function findRecords(
  records: Records,
  place: RecordPlace,
  sought: Sought,
): Promise<FoundRecord[]> {
  const search = records.search?.(place);
  if (!search || !records.head) return [];
  const { session } = sought;
  if (session !== undefined) {
    // An earlier one that is gone on with: most names hold the id.
    const named = (await filesIn(search, Infinity))
      .filter((path) => basename(path).includes(session));
    const found = await headsOf(records, place, named, sought);
    if (found.length > 0) return found;
  }
  const latest = await filesIn(search, latestFolders);
  return await headsOf(records, place, latest, sought);
}

/** The files that may be records, in so many folders of each folder. */
async function filesIn(search: RecordSearch, most: number): Promise<string[]> {
  let folders = [search.folder];
  for (let depth = 0; depth < search.depth; depth++) {
    const within = await Promise.all(folders.map(foldersIn));
    folders = within.flatMap((paths) => paths.slice(-most));
  }
  const files = await Promise.all(
    folders.map(async (folder) =>
      (await entriesOf(folder))
        .filter(({ name, isFile }) => isFile && search.name.test(name))
        .map(({ name }) => `${folder}/${name}`)
    ),
  );
  return files.flat();
}

async function headsOf(
  records: Records,
  place: RecordPlace,
  paths: readonly string[],
  sought: Sought,
): Promise<FoundRecord[]> {
  const found: FoundRecord[] = [];
  for (const path of paths) {
    const head = await headOf(records, path, sought);
    if (head && (head.project ?? place.project) === place.project) {
      found.push({ path, head });
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

/** The folders in a folder, the latest by name last. */
async function foldersIn(folder: string): Promise<string[]> {
  const entries = await entriesOf(folder);
  return entries.filter((entry) => entry.isDirectory)
    .map(({ name }) => name).sort().map((name) => `${folder}/${name}`);
}

async function headOf(
  records: Records,
  path: string,
  { since, session }: Sought,
): Promise<RecordHead | undefined> {
  try {
    const { mtime } = await Deno.stat(path);
    const known = session !== undefined;
    if (!known && (mtime?.getTime() ?? 0) < since - slack) return undefined;
    const head = records.head?.(await firstLine(path));
    if (known) return head?.session === session ? head : undefined;
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
