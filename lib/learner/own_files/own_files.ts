import { parse, type SimpleCommand, type Word } from "../../shell/mod.ts";
import { builds, codeRunBy, leavesFiles, losesOf, makes } from "./made_by.ts";
import { locate } from "../places/mod.ts";
import type { JudgedRequest } from "../request.ts";
import { outputsOf } from "./script_outputs.ts";
import { textChange } from "./text_changes.ts";

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
  /** Reads a file; `undefined` if that cannot be done. */
  readonly text?: (absolutePath: string) => string | undefined;
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
  readonly #gone = new Set<string>();
  readonly #named = new Set<string>();
  readonly #built = new Set<string>();

  /**
   * Starts with nothing made.
   *
   * @param place Where the agent works.
   */
  constructor(place: OwnFilesPlace) {
    this.#place = place;
  }

  /**
   * Whether the agent built a file from the project's code, and nothing else
   * was put there since.
   *
   * @param path Its path. Absolute, its links followed.
   * @returns Whether it did.
   */
  hasBuilt(path: string): boolean {
    return this.#built.has(path);
  }

  /**
   * Whether the agent made a file or folder, or a folder around it; or made and
   * deleted it, and nothing is there since.
   *
   * @param path Its path. Absolute, its links followed.
   * @returns Whether it did.
   */
  has(path: string): boolean {
    for (let at = path; at !== ""; at = at.slice(0, at.lastIndexOf("/"))) {
      if (this.#made.has(at)) return true;
      if (this.#gone.has(at) && !this.#isThere(at)) return true;
    }
    return false;
  }

  /** The paths of what it made, and of which nothing says that it is gone. */
  get paths(): ReadonlySet<string> {
    return this.#made;
  }

  /** The paths of what it built, and of which nothing says that it is gone. */
  get built(): ReadonlySet<string> {
    return this.#built;
  }

  /**
   * Gives what the agent made that a path is, or is in.
   *
   * @param path The path. Absolute, its links followed.
   * @returns The path of what it made, the innermost if there are several.
   */
  around(path: string): string | undefined {
    for (let at = path; at !== ""; at = at.slice(0, at.lastIndexOf("/"))) {
      if (this.#made.has(at)) return at;
    }
    return undefined;
  }

  /**
   * Takes up what is known to have been made before.
   *
   * @param path Its path. Absolute, its links followed.
   */
  restore(path: string): void {
    this.#made.add(path);
  }

  /**
   * Forgets that the agent made something, since it may be someone else's now.
   *
   * @param path Its path, as in {@linkcode paths}.
   */
  forget(path: string): void {
    this.#made.delete(path);
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
    if (request.command === undefined) {
      this.#touch({ value: request.path, text: "" });
    }
    if (request.kind === "write" && request.path !== undefined) {
      if (certain) this.#make(request.path, directory);
      return this.#name(request.path);
    }
    if (request.command === undefined) return this.#name(request.path ?? "");
    this.#noteLine(request.command, directory, certain, new Map());
  }

  /** Takes note of a line, and of the shell scripts that it runs. */
  #noteLine(
    line: string,
    directory: string,
    certain: boolean,
    written: Map<string, string>,
    nested = false,
  ): void {
    const { home } = this.#place;
    const { commands } = parse(line, { directory, home });
    for (const command of commands) {
      const sure = certain && command.contexts.every((one) => one !== "loop") &&
        (command.directories?.length ?? 1) === 1;
      if (sure) {
        for (
          const path of makes(command, (path) => this.#isOwn(path, command))
        ) {
          this.#make(path, command.directory);
        }
        const change = textChange(command, this.#place);
        const text = change?.anew ? change.after("") : undefined;
        if (text !== undefined) written.set(change!.path, text);
        this.#noteCode(command, written, nested);
      }
      const words = [
        ...command.arguments,
        ...command.redirects.map(({ target }) => target),
      ];
      for (const { value, text } of words) this.#name(value ?? text);
      if (!leavesFiles(command)) {
        for (const word of words) this.#touch(word);
      }
      const built = certain ? builds(command) : [];
      for (const directory of command.directories ?? [command.directory]) {
        for (const path of built) {
          const located = locate(path, directory, this.#place);
          if (located !== undefined) this.#built.add(located.path);
        }
      }
    }
    // What is gone may be made anew by someone else.
    for (const command of commands) this.#lose(command);
  }

  /** Takes note of what code makes that a command runs. */
  #noteCode(
    command: SimpleCommand,
    written: Map<string, string>,
    nested: boolean,
  ): void {
    const { directory } = command;
    const run = codeRunBy(command);
    if (run === undefined || directory === undefined) return;
    const code = run.file === undefined
      ? run.code
      : this.#textOf(run.file, directory, written);
    if (code === undefined) return;
    if (!run.shell) {
      for (const name of outputsOf(code)) this.#make(name, directory);
    } else if (!nested) {
      this.#noteLine(code, directory, true, written, true);
    }
  }

  #textOf(
    file: string,
    directory: string,
    written: ReadonlyMap<string, string>,
  ): string | undefined {
    const located = locate(file, directory, this.#place);
    const open = located?.place === "project" || located?.place === "scratch";
    if (located === undefined || !open) return undefined;
    return written.get(located.path) ?? this.#place.text?.(located.path);
  }

  #isOwn(path: string, { directory }: SimpleCommand): boolean {
    const located = locate(path, directory, this.#place);
    return located !== undefined && this.#made.has(located.path);
  }

  #lose(command: SimpleCommand): void {
    const lost = losesOf(command, (path) => this.#isOwn(path, command));
    if (lost === undefined) return;
    const { names, deleted } = lost;
    for (const path of [...this.#made, ...this.#gone]) {
      if (names !== "all" && !names.includes(lastOf(path))) continue;
      const own = this.#made.delete(path);
      if (!deleted) this.#gone.delete(path);
      else if (own) this.#gone.add(path);
    }
    if (names === "all") return;
    for (const name of names) this.#named.delete(name);
  }

  #make(path: string, directory: string | undefined): void {
    const located = locate(path, directory, this.#place);
    if (located?.place !== "project" || !located.inside) return;
    const inside = this.around(located.path) !== undefined;
    if (this.#made.size >= most || inside) return;
    const name = lastOf(located.path);
    if (this.#named.has(name) || this.#isThere(located.path)) return;
    this.#made.add(located.path);
  }

  /** Whether something may be at a path, as far as that can be seen. */
  #isThere(path: string): boolean {
    const { entries } = this.#place;
    const name = lastOf(path);
    const folder = path.slice(0, -name.length - 1);
    return entries !== undefined && entries(folder)?.includes(name) !== false;
  }

  /** What names a file may have put something else there. */
  #touch({ value, text }: Pick<Word, "value" | "text">): void {
    const names = (value ?? text).split(/[^\w.@+-]+/);
    for (const path of this.#built) {
      if (value === undefined || names.includes(lastOf(path))) {
        this.#built.delete(path);
      }
    }
  }

  #name(text: string): void {
    for (const name of text.split(/[^\w.@+-]+/)) this.#named.add(name);
  }
}

/** How many files are kept in mind. */
const most = 1000;

function lastOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}
