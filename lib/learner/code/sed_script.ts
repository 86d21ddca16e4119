import { closesBrackets } from "./closes_brackets.ts";

/**
 * Finds the files that a script of sed reads, if besides that it only selects,
 * changes and prints lines.
 *
 * Every command is read as GNU sed reads it. The commands that write files or
 * run programs (`w W e`, `F`), the flags of `s` that do (`e`, `w`), whatever is
 * not understood and what seds read differently may do anything: in some, a
 * delimiter in brackets ends a pattern.
 *
 * @param script The script; several are joined by newlines.
 * @returns The files, `undefined` if it may do anything.
 */
export function filesOfSedScript(
  script: string,
): readonly string[] | undefined {
  const files: string[] = [];
  let at = 0;
  while (at < script.length) {
    skip(/[\s;]/);
    if (at >= script.length) return files;
    if (script[at] === "#") {
      line();
      continue;
    }
    if (!address()) return undefined;
    skip(/\s/);
    if (script[at] === "!") {
      at += 1;
      skip(/[\s!]/);
    }
    if (!command()) return undefined;
  }
  return files;

  function skip(characters: RegExp): void {
    while (at < script.length && characters.test(script[at]!)) at += 1;
  }

  function match(pattern: RegExp): boolean {
    const found = pattern.exec(script.slice(at));
    if (found === null || found.index !== 0) return false;
    at += found[0].length;
    return true;
  }

  /** Moves behind the line's end; a backslash takes the next line along. */
  function line(): void {
    while (at < script.length && script[at] !== "\n") {
      at += script[at] === "\\" ? 2 : 1;
    }
    at += 1;
  }

  /** Reads a pattern up to its delimiter and moves behind it. */
  function pattern(delimiter: string): boolean {
    const start = at;
    return until(delimiter) && closesBrackets(script.slice(start, at - 1));
  }

  /** Reads up to a delimiter and moves behind it. */
  function until(delimiter: string): boolean {
    while (at < script.length) {
      const character = script[at]!;
      at += 1;
      if (character === delimiter) return true;
      if (character === "\\") at += 1;
    }
    return false;
  }

  function address(): boolean {
    if (!oneAddress()) return false;
    skip(/[ \t]/);
    if (script[at] !== ",") return true;
    at += 1;
    skip(/[ \t]/);
    if (/[+~]/.test(script[at] ?? "")) at += 1;
    return oneAddress();
  }

  function oneAddress(): boolean {
    if (match(/\d+(~\d+)?|\$/)) return true;
    if (script[at] === "/") {
      at += 1;
      return pattern("/") && addressFlags();
    }
    if (script[at] === "\\") {
      const delimiter = script[at + 1];
      at += 2;
      return delimiter !== undefined && /[^\s\\\w]/.test(delimiter) &&
        pattern(delimiter) && addressFlags();
    }
    return true;
  }

  function addressFlags(): boolean {
    skip(/[IM]/);
    return true;
  }

  /** Reads what may follow a command without arguments. */
  function end(): boolean {
    skip(/[ \t]/);
    return at >= script.length || /[;\n}#]/.test(script[at]!);
  }

  function command(): boolean {
    const name = script[at];
    at += 1;
    switch (name) {
      case "{":
        return true;
      case "}":
      case "p":
      case "P":
      case "d":
      case "D":
      case "n":
      case "N":
      case "g":
      case "G":
      case "h":
      case "H":
      case "x":
      case "=":
      case "z":
        return end();
      case "q":
      case "Q":
      case "l":
      case "L":
        skip(/[ \t]/);
        skip(/\d/);
        return end();
      case "b":
      case "t":
      case "T":
        skip(/[ \t]/);
        skip(/\w/);
        return end();
      case ":":
        skip(/[ \t]/);
        skip(/\w/);
        return end();
      case "a":
      case "i":
      case "c":
        line();
        return true;
      case "r":
      case "R": {
        const name = /^[ \t]*([^\n]+)/.exec(script.slice(at));
        if (name === null) return false;
        files.push(name[1]!);
        at += name[0].length;
        return true;
      }
      case "y":
      case "s": {
        const delimiter = script[at];
        if (delimiter === undefined || /[\s\\\w;{}]/.test(delimiter)) {
          return false;
        }
        at += 1;
        const first = name === "s" ? pattern(delimiter) : until(delimiter);
        if (!first || !until(delimiter)) return false;
        if (name === "s") skip(/[gpiIM\d]/);
        return end();
      }
      default:
        return false;
    }
  }
}
