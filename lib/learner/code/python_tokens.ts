/** One token of a piece of Python. */
export interface Token {
  /** What it is. */
  readonly kind:
    | "name"
    | "number"
    | "text"
    | "sign"
    | "newline"
    | "indent"
    | "dedent"
    | "end";
  /** The token as written; empty for those that are not written. */
  readonly text: string;
  /** Where it starts. */
  readonly from: number;
}

/** Thrown where code cannot be read for certain. */
export class Unreadable extends Error {
  /** Says where. */
  constructor(at: number) {
    super(`not read at ${at}`);
    this.name = "Unreadable";
  }
}

/** What declares that a file is not written in UTF-8: PEP 263. */
const declaresEncoding = /^[ \t]*#.*coding[:=]/;

const number =
  /^(?:0[xX][\da-fA-F_]+|0[oO][0-7_]+|0[bB][01_]+|(?:\d[\d_]*\.?[\d_]*|\.\d[\d_]*)(?:[eE][+-]?\d[\d_]*)?[jJ]?)/;

const sign =
  /^(?:\*\*=|\/\/=|>>=|<<=|\.\.\.|\*\*|\/\/|>>|<<|<=|>=|==|!=|->|:=|\+=|-=|\*=|\/=|%=|&=|\|=|\^=|@=|[-+*/%@&|^~<>()[\]{},:.;=])/;

/** What stands before a text's quote. */
const prefix = /^(?:r|u|b|f|br|rb|fr|rf)$/i;

/**
 * Cuts a piece of Python into tokens, as CPython does.
 *
 * Whatever versions of Python read differently is not read at all: tabs, lines
 * joined by a backslash, carriage returns, letters outside ASCII (CPython takes
 * `ｅｖａｌ` for `eval`), declared encodings, letters that touch a text or a
 * number.
 *
 * @param code The code.
 * @param from Where to start.
 * @param to Where to end.
 * @param inside Whether it stands in brackets, where lines do not count.
 * @returns The tokens, the last of them the end.
 * @throws {Unreadable} If it cannot be read for certain.
 */
export function tokensOf(
  code: string,
  from = 0,
  to: number = code.length,
  inside = false,
): Token[] {
  const odd = !inside &&
    (/[\r\0\ufeff]/.test(code) ||
      code.split("\n", 2).some((line) => declaresEncoding.test(line)));
  if (odd) throw new Unreadable(0);
  const tokens: Token[] = [];
  const indents = [0];
  let brackets = inside ? 1 : 0;
  let at = from;
  let fresh = !inside;
  while (at < to) {
    if (fresh) {
      fresh = false;
      const start = at;
      while (at < to && code[at] === " ") at += 1;
      // Lines that hold nothing have no depth.
      if (at >= to || code[at] === "\n" || code[at] === "#") {
        skipComment();
        if (at < to) at += 1;
        fresh = true;
        continue;
      }
      setDepth(at - start);
    }
    const character = code[at]!;
    if (character === " ") {
      at += 1;
    } else if (character === "#") {
      skipComment();
    } else if (character === "\n") {
      if (brackets === 0) {
        push("newline", at, at);
        fresh = true;
      }
      at += 1;
    } else if (/[\d.]/.test(character) && number.test(code.slice(at, to))) {
      const end = at + number.exec(code.slice(at, to))![0].length;
      if (/\w/.test(code[end] ?? "") && end < to) throw new Unreadable(at);
      push("number", at, end);
      at = end;
    } else if (character === '"' || character === "'") {
      const end = endOfText(code, at, to);
      push("text", at, end);
      at = end;
    } else if (/[A-Za-z_]/.test(character)) {
      let end = at;
      while (end < to && /\w/.test(code[end]!)) end += 1;
      const quoted = end < to && (code[end] === '"' || code[end] === "'");
      if (quoted && !prefix.test(code.slice(at, end))) throw new Unreadable(at);
      const last = quoted ? endOfText(code, end, to) : end;
      push(quoted ? "text" : "name", at, last);
      at = last;
    } else {
      const found = sign.exec(code.slice(at, at + 3))?.[0];
      if (found === undefined || at + found.length > to) {
        throw new Unreadable(at);
      }
      if (/[([{]/.test(found)) brackets += 1;
      if (/[)\]}]/.test(found)) brackets -= 1;
      if (brackets < 0) throw new Unreadable(at);
      push("sign", at, at + found.length);
      at += found.length;
    }
  }
  if (!inside) {
    if (brackets !== 0) throw new Unreadable(at);
    if (tokens.length > 0 && tokens.at(-1)!.kind !== "newline") {
      push("newline", at, at);
    }
    setDepth(0);
  }
  push("end", at, at);
  return tokens;

  function push(kind: Token["kind"], start: number, end: number): void {
    tokens.push({ kind, text: code.slice(start, end), from: start });
  }

  function skipComment(): void {
    if (code[at] !== "#") return;
    while (at < to && code[at] !== "\n") at += 1;
  }

  function setDepth(depth: number): void {
    if (depth > indents.at(-1)!) {
      indents.push(depth);
      push("indent", at, at);
    }
    while (depth < indents.at(-1)!) {
      indents.pop();
      push("dedent", at, at);
    }
    if (depth !== indents.at(-1)) throw new Unreadable(at);
  }
}

/** Where a text ends that starts with the quote at an index. */
function endOfText(code: string, at: number, to: number): number {
  const quote = code[at]!;
  const triple = code.startsWith(quote.repeat(3), at);
  const mark = triple ? quote.repeat(3) : quote;
  let index = at + mark.length;
  while (index < to) {
    if (code.startsWith(mark, index)) {
      const end = index + mark.length;
      if (end > to) break;
      return end;
    }
    if (code[index] === "\\") {
      if (!triple && code[index + 1] === "\n") break;
      index += 2;
    } else if (code[index] === "\n" && !triple) {
      break;
    } else {
      index += 1;
    }
  }
  throw new Unreadable(at);
}
