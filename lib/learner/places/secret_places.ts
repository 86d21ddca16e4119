import { normalisePath } from "./place.ts";

/** Places that people have called secret, besides those that the tables know. */
export interface SecretPlaces {
  /**
   * Whether a path is secret, or inside of what is.
   *
   * @param path The path. Absolute.
   */
  holds(path: string): boolean;
  /**
   * Whether a glob may stand for something secret.
   *
   * @param glob The glob with its folder. Absolute.
   */
  mayHold(glob: string): boolean;
}

/**
 * Reads patterns over paths, written as in `.gitignore`: one without a slash is
 * a name in any folder, others start at the project, `~/` or `/`; `*` and `?`
 * stay within a name, `**` does not. What is inside a folder that fits is
 * secret with it, and letters count whatever their case.
 *
 * @example Usage
 * ```ts
 * import { secretPlaces } from "./secret_places.ts";
 * import assert from "node:assert/strict";
 *
 * const places = secretPlaces(["config/prod", "*.vault"], {
 *   project: "/home/dev/web",
 *   home: "/home/dev",
 * });
 * assert.equal(places.holds("/home/dev/web/config/prod/db.json"), true);
 * assert.equal(places.holds("/home/dev/web/src/a.vault"), true);
 * assert.equal(places.holds("/home/dev/web/config/dev/db.json"), false);
 * assert.equal(places.mayHold("/home/dev/web/config/p*"), true);
 * ```
 *
 * @param patterns The patterns.
 * @param from The project and the home directory they start from. Absolute.
 * @returns The places.
 */
export function secretPlaces(
  patterns: readonly string[],
  from: { readonly project: string; readonly home: string },
): SecretPlaces {
  const globs = patterns.map((pattern) => absolute(pattern, from));
  const expressions = globs.map(expressionOf);
  return {
    holds: (path) => expressions.some((one) => one.test(path)),
    mayHold: (glob) =>
      globs.some((one) =>
        meet(glob.toLowerCase(), one) || meet(glob.toLowerCase(), `${one}/**`)
      ),
  };
}

/** A pattern from the root on, in lower case. */
function absolute(
  pattern: string,
  { project, home }: { readonly project: string; readonly home: string },
): string {
  const text = pattern.trim().replace(/\/+$/, "");
  const whole = text.startsWith("~/")
    ? `${home}${text.slice(1)}`
    : text.startsWith("/")
    ? text
    : text.includes("/")
    ? `${project}/${text}`
    : `/**/${text}`;
  return normalisePath(whole).toLowerCase();
}

function expressionOf(glob: string): RegExp {
  const source = glob
    .split(/(\/\*\*\/|\*\*|\*|\?)/)
    .map((part) =>
      part === "/**/"
        ? "/(?:.*/)?"
        : part === "**"
        ? ".*"
        : part === "*"
        ? "[^/]*"
        : part === "?"
        ? "[^/]"
        : part.replace(/[\\^$.+()[\]{}|/-]/g, "\\$&")
    )
    .join("");
  return new RegExp(`^${source}(?:/|$)`, "is");
}

/**
 * Whether some text fits both of two globs. A `*` of the first stays within a
 * name; how far one of the second goes is taken broadly.
 */
function meet(one: string, other: string): boolean {
  const left = [...one.replace(/\[[^\]]*\]/g, "?").replace(/\*+/g, "*")];
  const right = [...other.replace(/\/\*\*\//g, "/*").replace(/\*+/g, "*")];
  // Whether what is left of both may be the same, from the end on.
  let after: boolean[] = [];
  for (let i = left.length; i >= 0; i--) {
    const here: boolean[] = [];
    for (let j = right.length; j >= 0; j--) {
      const a = left[i];
      const b = right[j];
      here[j] = a === undefined && b === undefined ||
        a === "*" &&
          (after[j]! || b !== undefined && b !== "/" && here[j + 1]!) ||
        b === "*" && (here[j + 1]! || a !== undefined && after[j]!) ||
        a !== undefined && b !== undefined &&
          (a === b || a === "?" || b === "?") && after[j + 1]!;
    }
    after = here;
  }
  return after[0]!;
}
