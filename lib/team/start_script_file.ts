import { dirname } from "node:path";
import { OrchError } from "../errors/mod.ts";
import { textOf } from "../files/mod.ts";
import { startScriptMark } from "./start_script.ts";

/**
 * Writes a start script, in the place of one that an earlier setup wrote.
 *
 * Requires `--allow-read` and `--allow-write` for the path's folder.
 *
 * @param path Where it goes.
 * @param text The script.
 * @throws {OrchError} When something else is there; it is left as it is.
 */
export async function writeStartScript(
  path: string,
  text: string,
): Promise<void> {
  if (await ownerOf(path) === "somebody") {
    throw new OrchError(`${path} was not made by orch and is left as it is`, {
      hint: `mv '${path}' '${path}.mine'`,
    });
  }
  // By rename: a link that appears meanwhile is replaced, not written through.
  const fresh = `${path}.${crypto.randomUUID()}.new`;
  try {
    await Deno.writeTextFile(fresh, text, { mode: 0o700, createNew: true });
    await Deno.rename(fresh, path);
  } catch (error) {
    await Deno.remove(fresh).catch(() => {});
    throw new OrchError(`The start script ${path} cannot be written`, {
      hint: `ls -ld '${dirname(path)}'`,
      cause: error,
    });
  }
}

/**
 * Removes a start script that setup wrote.
 *
 * Requires `--allow-read` and `--allow-write` for the path's folder.
 *
 * @param path Where it is.
 * @returns Whether there was one; what somebody else wrote is left as it is.
 */
export async function removeStartScript(path: string): Promise<boolean> {
  if (await ownerOf(path) !== "orch") return false;
  await Deno.remove(path);
  return true;
}

/** Whose file is there: an earlier setup's, somebody's, or nobody's. */
async function ownerOf(
  path: string,
): Promise<"orch" | "somebody" | undefined> {
  try {
    if (!(await Deno.lstat(path)).isFile) return "somebody";
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return undefined;
    throw error;
  }
  const existing = await textOf(path);
  if (existing === undefined) return undefined;
  return existing.startsWith(`#!/bin/sh\n${startScriptMark}\n`)
    ? "orch"
    : "somebody";
}
