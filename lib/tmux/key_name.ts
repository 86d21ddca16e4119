import { ExitCode, OrchError } from "../errors/mod.ts";

/** Keys that tmux knows by name (`man tmux`, "KEY BINDINGS"). */
const names = [
  "Up",
  "Down",
  "Left",
  "Right",
  "BSpace",
  "BTab",
  "DC",
  "End",
  "Enter",
  "Escape",
  "F([1-9]|1[0-2])",
  "Home",
  "IC",
  "NPage",
  "PageDown",
  "PgDn",
  "PPage",
  "PageUp",
  "PgUp",
  "Space",
  "Tab",
].join("|");

const key = new RegExp(`^([CMS]-)*(${names}|[\\x21-\\x7e])$`);

/**
 * Refuses what tmux would not read as one key.
 *
 * `send-keys` types the letters of a name that it does not know, which would
 * put text where a key was meant.
 *
 * @example Usage
 * ```ts
 * import { checkKey } from "./key_name.ts";
 * import assert from "node:assert/strict";
 *
 * checkKey("C-c");
 * assert.throws(() => checkKey("Entre"));
 * ```
 *
 * @param name A printable ASCII character or a tmux key name, with `C-`,
 * `M-`, `S-` before it if wanted.
 * @throws {OrchError} When it is neither.
 */
export function checkKey(name: string): void {
  if (key.test(name)) return;
  throw new OrchError(`'${name}' is not a key that tmux knows`, {
    hint: "keys are single characters, Enter, Escape, Up, C-c, …; see man tmux",
    exitCode: ExitCode.usage,
  });
}
