/** A place in a text, counted from one as editors do. */
export interface Place {
  /** The line. */
  readonly line: number;
  /** The column, in UTF-16 units. */
  readonly column: number;
}

/** JSON that knows where each of its values stands. */
export interface LocatedJson {
  /** The value, as `JSON.parse` gives it. */
  readonly value: unknown;
  /**
   * Tells where a value begins.
   *
   * @param path Keys and indexes from the top.
   */
  place(path: readonly (string | number)[]): Place;
}

/** Says what is wrong with a JSON text, and where. */
export class JsonError extends Error {
  /** The name shown in stack traces. */
  override readonly name: string = "JsonError";
  /** Where it is. */
  readonly place: Place;

  /**
   * Creates the error.
   *
   * @param message What is wrong.
   * @param place Where it is.
   */
  constructor(message: string, place: Place) {
    super(message);
    this.place = place;
  }
}

const token =
  /[ \t\r\n]*(?:([{}[\]:,])|("(?:[^"\\\n\r]|\\.)*")|(-?\d[\d.eE+-]*|true|false|null))/y;

/**
 * Parses JSON and keeps the place of every value, which `JSON.parse` does not.
 *
 * @example Usage
 * ```ts
 * import { parseLocated } from "./located_json.ts";
 * import assert from "node:assert/strict";
 *
 * const json = parseLocated('{\n  "a": [true]\n}');
 * assert.deepEqual(json.value, { a: [true] });
 * assert.deepEqual(json.place(["a", 0]), { line: 2, column: 9 });
 * ```
 *
 * @param text The text.
 * @returns Its value and the places.
 * @throws {JsonError} When the text is not JSON.
 */
export function parseLocated(text: string): LocatedJson {
  const starts = new Map<string, number>();
  let at = 0;
  let start = 0;

  const placeOf = (offset: number): Place => {
    const before = text.slice(0, offset).split("\n");
    return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
  };
  const fail = (message: string, offset: number): never => {
    throw new JsonError(message, placeOf(offset));
  };
  const read = (expected: string): string => {
    token.lastIndex = at;
    const match = token.exec(text);
    if (!match) {
      const rest = /[ \t\r\n]*/y;
      rest.lastIndex = at;
      at += rest.exec(text)?.[0].length ?? 0;
      const found = text[at] === undefined ? "the end" : `'${text[at]}'`;
      return fail(`Expected ${expected} instead of ${found}`, at);
    }
    const found = match[1] ?? match[2] ?? match[3] ?? "";
    at = token.lastIndex;
    start = at - found.length;
    return found;
  };
  const scalar = (found: string, from: number): unknown => {
    try {
      return JSON.parse(found);
    } catch {
      return fail(`Expected a value instead of ${found}`, from);
    }
  };
  const member = (path: string, value: Record<string, unknown>) => {
    const key = read("a key or '}'");
    const from = start;
    if (!key.startsWith('"')) fail(`Expected a key instead of ${key}`, from);
    const name = String(scalar(key, from));
    if (Object.hasOwn(value, name)) fail(`${key} is there twice`, from);
    if (read("':'") !== ":") fail("Expected ':'", start);
    // Not by assignment: "__proto__" would set the prototype.
    Object.defineProperty(value, name, {
      value: parse(`${path}/${JSON.stringify(name)}`),
      enumerable: true,
      configurable: true,
      writable: true,
    });
  };
  const parse = (path: string): unknown => {
    const found = read("a value");
    const from = start;
    starts.set(path, from);
    if (found !== "{" && found !== "[") return scalar(found, from);
    const close = found === "{" ? "}" : "]";
    const object: Record<string, unknown> = {};
    const array: unknown[] = [];
    const before = at;
    if (read(`a value or '${close}'`) !== close) {
      at = before;
      for (;;) {
        if (found === "{") member(path, object);
        else array.push(parse(`${path}/${array.length}`));
        const next = read(`',' or '${close}'`);
        if (next === close) break;
        if (next !== ",") fail(`Expected ',' or '${close}'`, start);
      }
    }
    return found === "{" ? object : array;
  };

  const value = parse("");
  if (text.slice(at).trim() !== "") fail("Expected the end", at);
  return {
    value,
    place: (path) => {
      const key = path.map((part) => `/${JSON.stringify(part)}`).join("");
      return placeOf(starts.get(key) ?? 0);
    },
  };
}
