/** Anything that was parsed from JSON. */
export type Json = Readonly<Record<string, unknown>>;

/**
 * Tells whether a value is a JSON object.
 *
 * @param value The value.
 */
export function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * Takes a text, if it is one and not empty.
 *
 * @param value The value.
 * @returns The text, or `undefined`.
 */
export function textOf(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}

/**
 * Leaves out what is not set.
 *
 * @param values The values by name.
 * @returns Those that are set.
 */
export function given<T extends Json>(
  values: T,
): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined),
  ) as { [K in keyof T]?: Exclude<T[K], undefined> };
}

/**
 * Parses a line of JSON.
 *
 * @param line The line.
 * @returns What it says; nothing when it is no JSON object, as where it is cut.
 */
export function parseLine(line: string): Json {
  try {
    const value: unknown = JSON.parse(line);
    return isObject(value) ? value : {};
  } catch {
    return {};
  }
}
