import { parse, type SimpleCommand, type Word } from "../shell/mod.ts";
import { locate } from "./place.ts";
import type { JudgedRequest } from "./request.ts";

/** Where an agent works. */
export interface OwnFilesPlace {
  /** The project. Absolute. */
  readonly project: string;
  /** The person's home directory. Absolute. */
  readonly home: string;
  /** Follows symbolic links. */
  readonly resolve: (absolutePath: string) => string;
  /** Lists a folder; `undefined` if that cannot be seen. */
  readonly entries?: (absolutePath: string) => readonly string[] | undefined;
}

/**
 * The files and folders of a project that an agent made itself, where nothing
 * was before, and which it may therefore delete.
 *
 * Nothing counts that was there when it was written, or that the agent had
 * named before it wrote there. What is not certain does not count.
 *
 * @example Usage
 * ```ts
 * import { OwnFiles } from "./own_files.ts";
 * import assert from "node:assert/strict";
 *
 * const files = new OwnFiles({
 *   project: "/web",
 *   home: "/home/ann",
 *   resolve: String,
 *   entries: () => ["main.ts"],
 * });
 * const command = "echo 1 > try.ts; echo 2 > main.ts";
 * files.note({ kind: "command", command, complete: true });
 * assert.ok(files.has("/web/try.ts"));
 * assert.ok(!files.has("/web/main.ts"));
 * ```
 */
export class OwnFiles {
  readonly #place: OwnFilesPlace;
  readonly #made = new Set<string>();
  readonly #named = new Set<string>();

  /**
   * Starts with nothing made.
   *
   * @param place Where the agent works.
   */
  constructor(place: OwnFilesPlace) {
    this.#place = place;
  }

  /**
   * Whether the agent made a file or folder, or a folder around it.
   *
   * @param path Its path. Absolute, its links followed.
   * @returns Whether it did.
   */
  has(path: string): boolean {
    for (let at = path; at !== ""; at = at.slice(0, at.lastIndexOf("/"))) {
      if (this.#made.has(at)) return true;
    }
    return false;
  }

  /**
   * Takes note of a request before it is carried out.
   *
   * @param request The request.
   * @param directory Where it runs, if not in the project. Absolute.
   * @param certain Whether it will be carried out; else nothing counts as made.
   */
  note(
    request: JudgedRequest,
    directory: string = this.#place.project,
    certain = true,
  ): void {
    if (request.kind === "write" && request.path !== undefined) {
      if (certain) this.#make(request.path, directory);
      return this.#name(request.path);
    }
    if (request.command === undefined) return this.#name(request.path ?? "");
    const { home } = this.#place;
    const { commands } = parse(request.command, { directory, home });
    for (const command of commands) {
      const sure = certain && command.contexts.every((one) => one !== "loop");
      const made = sure && (command.directories?.length ?? 1) === 1
        ? makes(command)
        : [];
      for (const path of made) this.#make(path, command.directory);
      const words = [
        ...command.arguments,
        ...command.redirects.map(({ target }) => target),
      ];
      for (const { value, text } of words) this.#name(value ?? text);
    }
    // What is gone may be made anew by someone else.
    for (const command of commands) this.#lose(command);
  }

  #lose({ name, arguments: words }: SimpleCommand): void {
    const program = name?.value ?? "";
    const all = program === "git" && !words.some(({ text }) => looks.has(text));
    if (!all && !/^(rm|rmdir|unlink|mv)$/.test(program)) return;
    const gone = words.map(({ text }) => lastOf(text.replace(/\/+$/, "")));
    for (const path of this.#made) {
      if (all || gone.includes(lastOf(path))) this.#made.delete(path);
    }
    if (!all) { for (const name of gone) this.#named.delete(name); }
  }

  #make(path: string, directory: string | undefined): void {
    const located = locate(path, directory, this.#place);
    if (located?.place !== "project" || !located.inside) return;
    if (this.#made.size >= most || this.has(located.path)) return;
    const name = lastOf(located.path);
    const { entries } = this.#place;
    const folder = located.path.slice(0, -name.length - 1);
    const there = entries !== undefined &&
      entries(folder)?.includes(name) !== false;
    if (there || this.#named.has(name)) return;
    this.#made.add(located.path);
  }

  #name(text: string): void {
    for (const name of text.split(/[^\w.@+-]+/)) this.#named.add(name);
  }
}

/** What git does without touching the files of the project. */
const looks: ReadonlySet<string> = new Set(
  "status diff log show add commit blame grep ls-files branch rev-parse".split(
    " ",
  ),
);

/** How many files are kept in mind. */
const most = 1000;

function lastOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

/** The paths that a command makes if nothing is there. */
function makes(command: SimpleCommand): string[] {
  const { name, arguments: words, redirects } = command;
  const made = redirects.filter(({ operator, descriptor = "1" }) =>
    operator === ">" && descriptor === "1"
  ).map(({ target }) => target);
  const operands = words.filter(({ text }) => !text.startsWith("-"));
  if (/^(mkdir|touch|tee)$/.test(name?.value ?? "")) made.push(...operands);
  if (name?.value === "mkdir") made.unshift(...operands.flatMap(foldersAround));
  if (name?.value === "cp" && words.length === 2) made.push(operands[1]!);
  return made.map(({ value }) => value).filter((value) => value !== undefined);
}

/** The folders that `mkdir -p` makes on the way, outermost first. */
function foldersAround(word: Word): Word[] {
  const parts = word.value?.split("/") ?? [];
  return parts.slice(1).map((_, index) => {
    const value = parts.slice(0, index + 1).join("/");
    return { text: value, value, glob: false };
  }).filter(({ value }) => value !== "");
}
