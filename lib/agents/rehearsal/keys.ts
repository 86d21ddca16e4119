/** What was typed. */
export type Key =
  | {
    /** Characters. */
    readonly kind: "text";
    /** The characters. */
    readonly text: string;
  }
  | {
    /** A bracketed paste. */
    readonly kind: "paste";
    /** What was pasted, with newlines as `\n`. */
    readonly text: string;
  }
  | {
    /** A single key. */
    readonly kind:
      | "enter"
      | "newline"
      | "escape"
      | "up"
      | "down"
      | "backspace"
      | "clear"
      | "interrupt";
  };

const pasteBegin = "\x1b[200~";
const pasteEnd = "\x1b[201~";

// deno-lint-ignore no-control-regex
const sequence = /^\x1b(?:\[[0-?]*[ -/]*[@-~]|O[@-~])/;
// deno-lint-ignore no-control-regex
const unfinished = /^\x1b(?:\[[0-?]*[ -/]*|O)$/;

const single: Readonly<Record<string, Exclude<Key["kind"], "text" | "paste">>> =
  {
    "\r": "enter",
    "\n": "newline",
    "\x7f": "backspace",
    "\b": "backspace",
    "\x15": "clear",
    "\x03": "interrupt",
    "\x1b": "escape",
    "\x1b\r": "newline",
    "\x1b\n": "newline",
    "\x1b[A": "up",
    "\x1bOA": "up",
    "\x1b[B": "down",
    "\x1bOB": "down",
  };

/**
 * Tells keys apart in what a terminal sends in raw mode.
 *
 * @example Usage
 * ```ts
 * import { KeyDecoder } from "./keys.ts";
 * import assert from "node:assert/strict";
 *
 * const decoder = new KeyDecoder();
 * assert.deepEqual(decoder.decode(new TextEncoder().encode("hi\r")), [
 *   { kind: "text", text: "hi" },
 *   { kind: "enter" },
 * ]);
 * ```
 */
export class KeyDecoder {
  readonly #decoder = new TextDecoder();
  #rest = "";

  /**
   * Takes what was read.
   *
   * @param bytes The bytes.
   * @returns The keys that are complete.
   */
  decode(bytes: Uint8Array): Key[] {
    return this.#take(this.#decoder.decode(bytes, { stream: true }), false);
  }

  /** Whether an Escape waits for more: it may begin a longer sequence. */
  get pending(): boolean {
    return this.#rest !== "" && !this.#rest.startsWith(pasteBegin);
  }

  /**
   * Gives up waiting: an Escape that nothing followed was the key.
   *
   * @returns The keys that were held back.
   */
  flush(): Key[] {
    return this.pending ? this.#take("", true) : [];
  }

  #take(more: string, final: boolean): Key[] {
    const keys: Key[] = [];
    let rest = this.#rest + more;
    while (rest !== "") {
      if (rest.startsWith(pasteBegin)) {
        const end = rest.indexOf(pasteEnd);
        if (end < 0) break;
        const text = rest.slice(pasteBegin.length, end);
        keys.push({ kind: "paste", text: text.replace(/\r\n?/g, "\n") });
        rest = rest.slice(end + pasteEnd.length);
        continue;
      }
      // A lone Escape counts at once, as agents have it; one at the end of
      // other input may be the beginning of a sequence that was cut in two.
      const alone = keys.length === 0 && this.#rest === "" && rest === "\x1b";
      const open = rest === "\x1b" ? !alone : unfinished.test(rest);
      if (open && !final) break;
      const found = sequence.exec(rest)?.[0] ??
        // deno-lint-ignore no-control-regex
        /^(?:\x1b[\r\n]|[\x00-\x1f\x7f]|[^\x00-\x1f\x7f]+)/.exec(rest)?.[0] ??
        rest;
      const kind = Object.hasOwn(single, found) ? single[found] : undefined;
      if (kind) keys.push({ kind });
      else if (found >= " ") keys.push({ kind: "text", text: found });
      rest = rest.slice(found.length);
    }
    this.#rest = rest;
    return keys;
  }
}
