import { basename } from "node:path";
import { ExitCode, OrchError } from "../errors/mod.ts";

const form = /^[A-Za-z0-9][A-Za-z0-9_-]{0,62}$/;

/**
 * Checks the name of an agent: it becomes part of file names, of a tmux
 * session's name and of a shell script.
 *
 * @param name The name a person gave.
 * @returns The name.
 * @throws {OrchError} When it has other characters; exit code 2.
 */
export function checkedName(name: string): string {
  if (form.test(name)) return name;
  throw new OrchError(`'${name}' cannot be an agent's name`, {
    hint: "up to 63 letters, digits, '-' and '_', beginning with a letter or " +
      "digit",
    exitCode: ExitCode.usage,
  });
}

/**
 * Makes a name out of a folder's.
 *
 * @example Usage
 * ```ts
 * import { nameOfFolder } from "./agent_name.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(nameOfFolder("/srv/My Shop.v2"), "My-Shop-v2");
 * ```
 *
 * @param folder The folder's path.
 * @returns A name that {@linkcode checkedName} accepts.
 */
export function nameOfFolder(folder: string): string {
  const name = basename(folder)
    .replaceAll(/[^A-Za-z0-9_-]+/g, "-")
    .replace(/^[^A-Za-z0-9]+/, "")
    .replace(/-+$/, "")
    .slice(0, 63);
  return name || "agent";
}
