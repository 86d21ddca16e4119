import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { parse, type SimpleCommand } from "../../shell/mod.ts";
import {
  losesOf,
  OwnFiles,
  runsInOrder,
  textChange,
} from "../own_files/mod.ts";
import { locate } from "../places/mod.ts";
import type { TracePlace } from "./trace_places.ts";

/**
 * What is known of the files of one session of a trace: what its own commands
 * wrote into them word by word, as long as nothing else touched them.
 *
 * @example Usage
 * ```ts
 * import { TraceFiles } from "./trace_files.ts";
 * import assert from "node:assert/strict";
 *
 * const files = new TraceFiles({ project: "/web", home: "/home/ann" });
 * files.run("cat <<'EOF' > try.py\nprint(1)\nEOF");
 * assert.equal(files.text("/web/try.py"), "print(1)\n");
 * files.run("sed -i s/1/2/ try.py");
 * assert.equal(files.text("/web/try.py"), "print(2)\n");
 * files.run("mystery try.py");
 * assert.equal(files.text("/web/try.py"), undefined);
 * ```
 */
export class TraceFiles {
  readonly #place: TracePlace;
  readonly #texts = new Map<string, string>();
  readonly #own: OwnFiles;

  /**
   * Starts with no file known.
   *
   * @param place Where the session worked.
   */
  constructor(place: TracePlace) {
    this.#place = place;
    this.#own = new OwnFiles({
      ...place,
      resolve,
      text: (path) => this.#texts.get(path),
    });
  }

  /**
   * Gives the text of a file.
   *
   * @param path The file. Absolute.
   * @returns Its text, `undefined` if it is not known.
   */
  text(path: string): string | undefined {
    return this.#texts.get(path);
  }

  /**
   * Names what is known of a file's content, so that a script that was written
   * anew is another one.
   *
   * @param path The file. Absolute.
   * @returns A name, the same for everything that is not known.
   */
  fingerprint(path: string): string {
    const text = this.#texts.get(path);
    return text === undefined
      ? "unknown"
      : bytesToHex(sha256(utf8ToBytes(text))).slice(0, 32);
  }

  /**
   * Whether the session made a file itself.
   *
   * @param path The file. Absolute.
   * @returns Whether it did.
   */
  made(path: string): boolean {
    return this.#own.has(path);
  }

  /**
   * Whether the session built a file from the project's code.
   *
   * @param path The file. Absolute.
   * @returns Whether it did, and put nothing else there since.
   */
  built(path: string): boolean {
    return this.#own.hasBuilt(path);
  }

  /**
   * Takes note of what a line does to files.
   *
   * @param line The line.
   * @param directory The folder it runs in, if not the project. Absolute.
   */
  run(line: string, directory: string = this.#place.project): void {
    this.#own.note(
      { kind: "command", command: line, complete: true },
      directory,
    );
    const { home } = this.#place;
    const { commands } = parse(line, { directory, home });
    for (const command of commands) this.#carryOut(command);
  }

  #carryOut(command: SimpleCommand): void {
    const change = textChange(command, { ...this.#place, resolve });
    const before = change?.anew ? "" : this.#texts.get(change?.path ?? "");
    const text = before === undefined ? undefined : change?.after(before);
    if (change !== undefined && text !== undefined) {
      this.#texts.set(change.path, text);
      return;
    }
    const moved = this.#moved(command);
    const copied = moved !== undefined && command.name?.value === "cp";
    if (!copied) this.#forget(command);
    if (moved !== undefined) this.#texts.set(moved.path, moved.text);
  }

  /** What a file holds that is another one's copy. */
  #moved(command: SimpleCommand): { path: string; text: string } | undefined {
    const { name, arguments: words, directory } = command;
    const plain = /^(cp|mv)$/.test(name?.value ?? "") && words.length === 2 &&
      runsInOrder(command);
    if (!plain) return undefined;
    const world = { ...this.#place, resolve };
    const [from, to] = words.map(({ value }) =>
      value === undefined ? undefined : locate(value, directory, world)
    );
    const text = this.#texts.get(from?.path ?? "");
    const folder = words[1]!.text.endsWith("/");
    return text === undefined || to === undefined
      ? undefined
      : { path: folder ? `${to.path}/${lastOf(from!.path)}` : to.path, text };
  }

  #forget(command: SimpleCommand): void {
    const program = command.name?.value ?? "";
    const git = program === "git" ? losesOf(command, () => false) : undefined;
    const named = program === "git"
      ? git?.names === "all" ? undefined : git?.names ?? []
      : changesMany.has(program)
      ? undefined
      : leaves.has(program)
      ? []
      : command.arguments.map(({ text }) => text);
    const words = [
      ...named ?? [],
      ...command.redirects.filter(({ operator }) => operator.includes(">"))
        .map(({ target }) => target.text),
    ];
    for (const path of this.#texts.keys()) {
      const gone = named === undefined ||
        words.some((word) => word.includes(lastOf(path)));
      if (gone) this.#texts.delete(path);
    }
  }
}

function lastOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

function resolve(path: string): string {
  return path;
}

/** Programs that leave the files alone that they are given. */
const leaves: ReadonlySet<string> = new Set(
  "cat head tail less grep rg ls wc diff nl python python3 pytest bash sh"
    .split(" "),
);

/** Programs that change files which they are not given by name. */
const changesMany: ReadonlySet<string> = new Set(
  "patch tar unzip".split(" "),
);
