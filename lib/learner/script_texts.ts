import type { SimpleCommand } from "../shell/mod.ts";
import { locate, normalisePath, type World } from "./place.ts";
import type { Entries } from "./scene.ts";
import type { Tier } from "./verdict.ts";

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

/**
 * Finds out what a script may hold at the time a command of a line runs it.
 *
 * That is what lies on the disk, and what commands before it in the line write
 * there word by word (`cat <<'EOF' > try.py`). All of these may turn out to be
 * what runs: a command that writes may fail.
 *
 * @example Usage
 * ```ts
 * import { parse } from "../shell/mod.ts";
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
  line: {
    readonly command: SimpleCommand;
    readonly before: readonly Neighbour[];
    readonly after: readonly SimpleCommand[];
    readonly place: ScriptPlace;
  },
): readonly string[] | undefined {
  const { command, before, after, place } = line;
  if (!command.contexts.every((context) => inOrder.has(context))) {
    return undefined;
  }
  const name = path.slice(path.lastIndexOf("/") + 1);
  // Both ends of a pipe run at once.
  const beside = command.contexts.includes("pipe") &&
    after.some((other) => mentions(other, name));
  const found = beside ? undefined : onDisk(path, name, place);
  if (found === undefined) return undefined;
  const texts = [...found];
  for (const { command: other, tier, writes } of before) {
    const written = writtenText(other, place);
    if (written !== undefined && fold(written.path) === fold(path)) {
      texts.push(written.text);
      continue;
    }
    const known = written !== undefined || tier === "read" ||
      writersOfTheirOwn.has(other.name?.value ?? "");
    const touched = writes.some((one) => fold(one) === fold(path));
    if (!known || touched) return undefined;
  }
  return texts.length === 0 ? undefined : texts;
}

/** Some disks take `Try.py` and `try.py` for the same file. */
function fold(path: string): string {
  return path.normalize("NFC").toUpperCase();
}

/** In these, commands run once, in the order they stand in. */
const inOrder: ReadonlySet<string> = new Set([
  "top",
  "conditional",
  "subshell",
  "pipe",
]);

/**
 * Programs that write only what they are given by name, and those that run the
 * project's code, which may do anything, whatever a script holds.
 */
const writersOfTheirOwn: ReadonlySet<string> = new Set(
  "sed mkdir touch echo printf tee rm python python3 pytest".split(" "),
);

/** What lies there now; nothing if no file does. */
function onDisk(
  path: string,
  name: string,
  { text, entries }: ScriptPlace,
): readonly string[] | undefined {
  const found = text?.(path);
  if (found !== undefined) return [found];
  if (text === undefined || entries === undefined) return [];
  const folder = path.slice(0, path.lastIndexOf("/")) || "/";
  return entries(folder)?.includes(name) === false ? [] : undefined;
}

/**
 * What a command leaves in a file, if that stands in the line word by word.
 *
 * @param command The command.
 * @param world The project, home and links.
 * @returns The file and its text.
 */
export function writtenText(
  command: SimpleCommand,
  world: World,
): { readonly path: string; readonly text: string } | undefined {
  const { name, redirects, contexts, directories } = command;
  const plain = name?.value === "cat" && command.arguments.length === 0 &&
    command.assignments.length === 0 && command.wrappers.length === 0 &&
    redirects.length === 2 && (directories?.length ?? 1) === 1 &&
    contexts.every((context) => context !== "pipe" && inOrder.has(context));
  const text = redirects.find(({ operator }) => operator === "<<")?.body?.value;
  const out = redirects.find(({ operator, descriptor = "1" }) =>
    operator === ">" && descriptor === "1"
  );
  if (!plain || text === undefined || out?.target.value === undefined) {
    return undefined;
  }
  const located = locate(out.target.value, command.directory, world);
  return located && { path: located.path, text };
}

function mentions(command: SimpleCommand, name: string): boolean {
  return [
    ...command.arguments,
    ...command.redirects.map(({ target }) => target),
  ].some(({ value, text }) =>
    value === undefined || fold(normalisePath(`/${text}`)).includes(fold(name))
  );
}
