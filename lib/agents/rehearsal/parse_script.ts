import { ExitCode, OrchError } from "../../errors/mod.ts";
import { JsonError, type LocatedJson, parseLocated } from "./located_json.ts";
import type { Script } from "./script.ts";

type Check = (value: unknown, path: Path) => void;
type Path = readonly (string | number)[];

class Mismatch extends Error {
  readonly path: Path;
  constructor(message: string, path: Path) {
    super(message);
    this.path = path;
  }
}

const check =
  (expected: string, holds: (value: unknown) => boolean): Check =>
  (value, path) => {
    if (!holds(value)) throw new Mismatch(`must be ${expected}`, path);
  };

const text = check("a text", (value) => typeof value === "string");
const filled = check(
  "a text that is not empty",
  (value) => typeof value === "string" && value !== "",
);
const flag = check("true or false", (value) => typeof value === "boolean");
const count = check(
  "a whole number, 0 or more",
  (value) => Number.isSafeInteger(value) && Number(value) >= 0,
);
const oneOf = (...values: unknown[]): Check =>
  check(
    values.map((value) => JSON.stringify(value)).join(" or "),
    (value) => values.includes(value),
  );
const code = check(
  "an exit code from 0 to 255",
  (value) =>
    Number.isInteger(value) && Number(value) >= 0 && Number(value) < 256,
);

function list(item: Check, most = Infinity): Check {
  return (value, path) => {
    if (!Array.isArray(value)) throw new Mismatch("must be a list", path);
    if (value.length > most) {
      throw new Mismatch(`can hold at most ${most} values`, path);
    }
    value.forEach((entry, index) => item(entry, [...path, index]));
  };
}

function object(
  required: Record<string, Check>,
  optional: Record<string, Check> = {},
): Check {
  return (value, path) => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) {
      throw new Mismatch("must be an object", path);
    }
    for (const key of Object.keys(required)) {
      if (!Object.hasOwn(value, key)) throw new Mismatch(`lacks ${key}`, path);
    }
    for (const [key, entry] of Object.entries(value)) {
      const known = Object.hasOwn(required, key)
        ? required[key]
        : Object.hasOwn(optional, key)
        ? optional[key]
        : undefined;
      if (!known) throw new Mismatch("is not known here", [...path, key]);
      known(entry, [...path, key]);
    }
  };
}

/** A step is told by the key that names what it does. */
function step(kinds: Record<string, Check>): Check {
  return (value, path) => {
    const keys = typeof value === "object" && value !== null
      ? Object.keys(value)
      : [];
    const kind = keys.find((key) => Object.hasOwn(kinds, key));
    if (kind === undefined) {
      const names = Object.keys(kinds).join(", ");
      throw new Mismatch(
        `must be a step: an object with one of ${names}`,
        path,
      );
    }
    kinds[kind]?.(value, path);
  };
}

const ask = { numbered: flag };
const calls: Record<string, Check> = {
  run: object({ run: filled }, {
    ...ask,
    description: text,
    directory: filled,
    always: (value, path) => value === false || filled(value, path),
    hook: object({}, { tells: filled, ignored: flag }),
    swap: object({ after: count, run: filled }),
  }),
  write: object({ write: object({ path: filled, text }) }, ask),
  edit: object({ edit: object({ path: filled, from: filled, to: text }) }, ask),
};
const anyStep: Check = step({
  ...calls,
  say: object({ say: filled }),
  pause: object({ pause: count }),
  together: object({ together: list(step(calls)) }),
  wait: object({ wait: oneOf("message") }),
  limit: object({ limit: filled }, { lasts: count }),
  error: object({ error: filled }),
  crash: object({ crash: code }),
  question: object({ question: filled, choices: list(filled, 9) }, ask),
  trust: object({ trust: oneOf(true) }),
  repeat: object({
    repeat: count,
    steps: (value, path) => list(anyStep)(value, path),
  }),
});
const wholeScript: Check = object({ name: filled, steps: list(anyStep) }, {
  guard: count,
  outputRows: count,
  hookPatience: count,
  afterDenial: oneOf("continue", "wait"),
  then: oneOf("idle", "exit"),
  path: list(filled),
  home: filled,
});

/**
 * Reads a script.
 *
 * @example Usage
 * ```ts
 * import { parseScript } from "./parse_script.ts";
 * import assert from "node:assert/strict";
 *
 * const script = parseScript(`{
 *   "name": "first steps",
 *   "steps": [{ "say": "Hello." }, { "run": "ls", "description": "Look" }]
 * }`);
 * assert.equal(script.steps.length, 2);
 * ```
 *
 * @param json The script, as JSON.
 * @param file Where it comes from, for messages.
 * @returns The script.
 * @throws {OrchError} When the text is no script; says where, by line and
 *   column.
 */
export function parseScript(json: string, file = "script"): Script {
  let located: LocatedJson | undefined;
  try {
    located = parseLocated(json);
    wholeScript(located.value, []);
    return located.value as Script;
  } catch (error) {
    if (error instanceof JsonError) {
      const { line, column } = error.place;
      throw broken(file, line, column, error.message);
    }
    if (!(error instanceof Mismatch) || !located) throw error;
    const { line, column } = located.place(error.path);
    const name = error.path.map((part) =>
      typeof part === "number" ? `[${part}]` : `.${part}`
    ).join("").replace(/^\./, "");
    throw broken(file, line, column, `${name || "it"} ${error.message}`);
  }
}

function broken(
  file: string,
  line: number,
  column: number,
  message: string,
): OrchError {
  return new OrchError(`${file}:${line}:${column}: ${message}`, {
    hint: `Correct ${file} and start the rehearsal again.`,
    exitCode: ExitCode.usage,
  });
}
