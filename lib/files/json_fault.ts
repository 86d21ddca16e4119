/** Where a text stops being JSON. */
export interface JsonFault {
  /** The line, from 1. */
  readonly line: number;
  /** The column, from 1. */
  readonly column: number;
  /** What was found there, as a short phrase. */
  readonly found: string;
}

const word = /[A-Za-z_$][\w$]*/y;
const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
// deno-lint-ignore no-control-regex
const string = /"(?:[^"\\\x00-\x1f]|\\(?:["\\/bfnrt]|u[0-9A-Fa-f]{4}))*"/y;
// deno-lint-ignore no-control-regex
const stringStart = /"(?:[^"\\\x00-\x1f]|\\(?:["\\/bfnrt]|u[0-9A-Fa-f]{4}))*/y;
const space = /[ \t\n\r]*/y;

/**
 * Finds the first place where a text is not JSON.
 *
 * The engine's own message has no position for most mistakes, and people need
 * one to mend a file by hand.
 *
 * @param text The text.
 * @returns The place, `undefined` if the text is JSON.
 */
export function findJsonFault(text: string): JsonFault | undefined {
  let at = 0;
  const fault = value();
  if (fault !== undefined) return describe(fault);
  skip();
  return at < text.length ? describe(at) : undefined;

  function match(pattern: RegExp): string | undefined {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0];
    if (found !== undefined) at += found.length;
    return found;
  }

  function skip(): void {
    match(space);
  }

  /** Reads a value; returns the offset of a fault, if there is one. */
  function value(): number | undefined {
    skip();
    const start = at;
    switch (text[at]) {
      case "{":
        return items("}", () => {
          skip();
          const fault = quoted();
          if (fault !== undefined) return fault;
          skip();
          if (text[at] !== ":") return at;
          at += 1;
          return value();
        });
      case "[":
        return items("]", value);
      case '"':
        return quoted();
      default: {
        const found = match(word);
        if (found !== undefined) {
          return ["true", "false", "null"].includes(found) ? undefined : start;
        }
        return match(number) === undefined ? at : undefined;
      }
    }
  }

  function quoted(): number | undefined {
    if (match(string) !== undefined) return undefined;
    match(stringStart);
    return at;
  }

  function items(
    end: string,
    item: () => number | undefined,
  ): number | undefined {
    at += 1;
    skip();
    if (text[at] === end) {
      at += 1;
      return undefined;
    }
    while (true) {
      const fault = item();
      if (fault !== undefined) return fault;
      skip();
      const next = text[at];
      if (next !== "," && next !== end) return at;
      at += 1;
      if (next === end) return undefined;
    }
  }

  function describe(offset: number): JsonFault {
    const before = text.slice(0, offset).split("\n");
    const found = offset >= text.length
      ? "the end of the file"
      : JSON.stringify(String.fromCodePoint(text.codePointAt(offset)!));
    return {
      line: before.length,
      column: before.at(-1)!.length + 1,
      found,
    };
  }
}
