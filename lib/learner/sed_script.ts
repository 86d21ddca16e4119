/**
 * Whether a script of sed only selects, changes and prints lines.
 *
 * Every command is read as GNU sed reads it. The commands that read or write
 * files or run programs (`r R w W e`, `F`), the flags of `s` that do (`e`,
 * `w`), and whatever is not understood make it false.
 *
 * @param script The script; several are joined by newlines.
 * @returns Whether it is harmless.
 */
export function isHarmlessSedScript(script: string): boolean {
  let at = 0;
  while (at < script.length) {
    skip(/[\s;]/);
    if (at >= script.length) return true;
    if (script[at] === "#") {
      line();
      continue;
    }
    if (!address()) return false;
    skip(/\s/);
    if (script[at] === "!") {
      at += 1;
      skip(/[\s!]/);
    }
    if (!command()) return false;
  }
  return true;

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
      return until("/") && addressFlags();
    }
    if (script[at] === "\\") {
      const delimiter = script[at + 1];
      at += 2;
      return delimiter !== undefined && /[^\s\\\w]/.test(delimiter) &&
        until(delimiter) && addressFlags();
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
      case "y":
      case "s": {
        const delimiter = script[at];
        if (delimiter === undefined || /[\s\\\w;{}]/.test(delimiter)) {
          return false;
        }
        at += 1;
        if (!until(delimiter) || !until(delimiter)) return false;
        if (name === "s") skip(/[gpiIM\d]/);
        return end();
      }
      default:
        return false;
    }
  }
}
