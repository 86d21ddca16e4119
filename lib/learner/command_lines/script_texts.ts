import type { SimpleCommand } from "../../shell/mod.ts";
import { losesOf, runsInOrder, textChange } from "../own_files/mod.ts";
import { normalisePath, type World } from "../places/mod.ts";
import type { Entries } from "../assessment/mod.ts";
import type { Tier } from "../verdict.ts";

/** Where texts of scripts are looked up. */
export interface ScriptPlace extends World {
  /** Reads a file. */
  readonly text?: ((absolutePath: string) => string | undefined) | undefined;
  /** Lists a folder. */
  readonly entries?: Entries | undefined;
}

/** A command of the same line, and what is known of it. */
export interface Neighbour {
  /** The command. */
  readonly command: SimpleCommand;
  /** How risky it is. */
  readonly tier: Tier;
  /** The files that it writes. Absolute. */
  readonly writes: readonly string[];
  /** Those among them that it builds from the project's own code. */
  readonly builds?: readonly string[];
}

/** A command that runs a script, and what stands around it. */
export interface ScriptLine {
  /** The command. */
  readonly command: SimpleCommand;
  /** The commands before it, judged. */
  readonly before: readonly Neighbour[];
  /** The commands after it. */
  readonly after: readonly SimpleCommand[];
  /** Where the texts are looked up. */
  readonly place: ScriptPlace;
}

/**
 * Finds out what a script may hold at the time a command of a line runs it.
 *
 * That is what lies on the disk, and what commands before it in the line write
 * there word by word (`cat <<'EOF' > try.py`). All of these may turn out to be
 * what runs: a command that writes may fail.
 *
 * @example Usage
 * ```ts
 * import { parse } from "../../shell/mod.ts";
 * import { scriptTexts } from "./script_texts.ts";
 * import assert from "node:assert/strict";
 *
 * const place = { project: "/web", home: "/home/dev", resolve: String };
 * const { commands } = parse("cat <<'EOF' > a.py\nprint(1)\nEOF\npython a.py", {
 *   directory: "/web",
 *   home: "/home/dev",
 * });
 * const before = [{
 *   command: commands[0]!,
 *   tier: "project",
 *   writes: ["/web/a.py"],
 * }] as const;
 * const texts = scriptTexts("/web/a.py", {
 *   command: commands[1]!,
 *   before,
 *   after: [],
 *   place,
 * });
 * assert.deepEqual(texts, ["print(1)\n"]);
 * ```
 *
 * @param path The script. Absolute, its links followed.
 * @param line The command that runs it, and the commands around it.
 * @returns Every text it may hold, `undefined` if that cannot be told.
 */
export function scriptTexts(
  path: string,
  line: ScriptLine,
): readonly string[] | undefined {
  const found = possibleTexts(path, line);
  return found?.texts.length === 0 ? undefined : found?.texts;
}

/** What a script may hold. */
export interface PossibleTexts {
  /** Every text; none if nothing is known to be there. */
  readonly texts: readonly string[];
  /** Whether there may be no such file. */
  readonly absent: boolean;
}

/**
 * Finds out what a file may hold at the time a command of a line runs, and
 * whether it may be missing.
 *
 * @param path The file. Absolute, its links followed.
 * @param line The command that runs, and the commands around it.
 * @returns What it may hold, `undefined` if that cannot be told.
 */
export function possibleTexts(
  path: string,
  line: ScriptLine,
): PossibleTexts | undefined {
  const { command, before, after, place } = line;
  if (!runsInOrder(command)) return undefined;
  const name = path.slice(path.lastIndexOf("/") + 1);
  // Both ends of a pipe run at once.
  const beside = command.contexts.includes("pipe") &&
    after.some((other) => mentions(other, name));
  const found = beside ? undefined : onDisk(path, name, place);
  if (found === undefined) return undefined;
  let { texts } = found;
  for (const { command: other, tier, writes } of before) {
    // It changes who may use a file, not what the file holds.
    if (other.name?.value === "chmod") continue;
    const change = textChange(other, place);
    if (change !== undefined && fold(change.path) === fold(path)) {
      const known = change.anew || texts.length > 0 || found.absent;
      if (!known) return undefined;
      const olds = found.absent ? ["", ...texts] : texts;
      const news = change.anew ? [change.after("")] : olds.map(change.after);
      const told = news.filter((text) => text !== undefined);
      texts = [...new Set([...texts, ...told])];
      if (told.length < news.length || texts.length > mostTexts) {
        return undefined;
      }
      continue;
    }
    const known = change !== undefined || tier === "read" ||
      writersOfTheirOwn.has(other.name?.value ?? "") ||
      isGitElsewhere(other, path);
    const touched = writes.some((one) => fold(one) === fold(path));
    if (!known || touched) return undefined;
  }
  return { texts, absent: found.absent };
}

/** How many texts are kept in mind for one script. */
const mostTexts = 16;

/** Some disks take `Try.py` and `try.py` for the same file. */
function fold(path: string): string {
  return path.normalize("NFC").toUpperCase();
}

/**
 * Programs that write only what they are given by name, and those that run the
 * project's code, which may do anything, whatever a script holds.
 */
const writersOfTheirOwn: ReadonlySet<string> = new Set(
  "sed mkdir touch echo printf tee rm python python3 pytest".split(" "),
);

/** `git checkout -- other.py` */
function isGitElsewhere(command: SimpleCommand, path: string): boolean {
  if (command.name?.value !== "git") return false;
  const lost = losesOf(command, () => false);
  const parts = fold(path).split("/");
  return lost === undefined || lost.names !== "all" &&
      lost.names.every((one) => !parts.includes(fold(one)));
}

/** What lies there now, and whether it is certain that nothing does. */
function onDisk(
  path: string,
  name: string,
  { text, entries }: ScriptPlace,
): PossibleTexts | undefined {
  const found = text?.(path);
  if (found !== undefined) return { texts: [found], absent: false };
  const folder = path.slice(0, path.lastIndexOf("/")) || "/";
  const absent = entries?.(folder)?.includes(name) === false;
  const unseen = text === undefined || entries === undefined;
  return absent || unseen ? { texts: [], absent } : undefined;
}

function mentions(command: SimpleCommand, name: string): boolean {
  return [
    ...command.arguments,
    ...command.redirects.map(({ target }) => target),
  ].some(({ value, text }) =>
    value === undefined || fold(normalisePath(`/${text}`)).includes(fold(name))
  );
}
