/** What tells a file's, or a whole folder's, states apart. */
export interface TreeState {
  /** Another text whenever anything in it is another one. */
  readonly stamp: string;
  /** When it was made, in milliseconds since 1970; unset if nobody knows. */
  readonly made: number | undefined;
  /** When it was last changed, in milliseconds since 1970. */
  readonly changed: number;
}

/** How much a folder may hold. */
const most = 500;

/**
 * Looks at a file, or at a folder and all that is in it, without reading any
 * content and without following links.
 *
 * Requires `--allow-read` for the path.
 *
 * @example Usage
 * ```ts
 * import { treeState } from "./tree_state.ts";
 * import assert from "node:assert/strict";
 *
 * const folder = await Deno.makeTempDir();
 * const before = treeState(folder)!;
 * assert.equal(treeState(folder)!.stamp, before.stamp);
 * await Deno.writeTextFile(`${folder}/a.txt`, "a");
 * assert.notEqual(treeState(folder)!.stamp, before.stamp);
 * await Deno.remove(folder, { recursive: true });
 * assert.equal(treeState(folder), undefined);
 * ```
 *
 * @param path The path. Absolute.
 * @returns What it is like; `undefined` if there is nothing, if it cannot be
 * seen, or if it holds too much to be sure.
 */
export function treeState(path: string): TreeState | undefined {
  try {
    const { birthtime } = Deno.lstatSync(path);
    const parts: string[] = [];
    const changed = walk(path, "", parts);
    return { stamp: parts.join("\n"), made: birthtime?.getTime(), changed };
  } catch {
    return undefined;
  }
}

/** Adds a line for a path and for all in it; gives the latest change. */
function walk(root: string, inside: string, parts: string[]): number {
  if (parts.length >= most) throw new RangeError("too much to look at");
  const path = `${root}${inside}`;
  const { mtime, size, ino, isDirectory } = Deno.lstatSync(path);
  let changed = mtime?.getTime() ?? Infinity;
  parts.push(`${inside} ${ino} ${isDirectory ? "" : size} ${changed}`);
  if (!isDirectory) return changed;
  const names = [...Deno.readDirSync(path)].map(({ name }) => name).sort();
  for (const name of names) {
    changed = Math.max(changed, walk(root, `${inside}/${name}`, parts));
  }
  return changed;
}
