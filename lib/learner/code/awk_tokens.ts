import { closesBrackets } from "./closes_brackets.ts";

/** One token of a program of awk. */
export interface AwkToken {
  /** What it is. */
  readonly kind: "name" | "number" | "text" | "regex" | "sign" | "newline";
  /** The token as written. */
  readonly text: string;
  /** Whether it touches what follows. */
  readonly tight: boolean;
}

const signs =
  /^(?:\*\*=|>>|\|&|\*\*|\|\||&&|!~|\+\+|--|\+=|-=|\*=|\/=|%=|\^=|==|<=|>=|!=|[-+*/%^!<>|?:,;=~$(){}[\]])/;

/** Words after which a value starts, so that `/` opens a pattern. */
const beforeValue = new Set([
  "print",
  "printf",
  "return",
  "else",
  "do",
  "in",
  "case",
]);

/** Words after which awks differ about what `/` is. */
const unclear = new Set([
  "getline",
  "length",
  "BEGIN",
  "END",
  "exit",
  "next",
  "delete",
  "function",
  "func",
]);

/**
 * Cuts a program of awk into tokens.
 *
 * What is a pattern and what a division depends on what stands before it;
 * where awks differ, nothing is read.
 *
 * @param program The program.
 * @returns The tokens, `undefined` if it cannot be read for certain.
 */
export function awkTokens(program: string): AwkToken[] | undefined {
  const tokens: AwkToken[] = [];
  /** For each open parenthesis, whether a statement's condition is in it. */
  const opened: boolean[] = [];
  let conditionEnded = false;
  let at = 0;
  while (at < program.length) {
    const rest = program.slice(at);
    const blank = /^(?:[ \t]|\\\n)+/.exec(rest)?.[0] ??
      /^#[^\n]*/.exec(rest)?.[0];
    if (blank !== undefined) {
      at += blank.length;
      continue;
    }
    const character = rest[0]!;
    if (character === "\n") {
      push("newline", "\n");
    } else if (character === '"') {
      const text = /^"(?:[^"\\\n]|\\[^\n])*"/.exec(rest)?.[0];
      if (text === undefined) return undefined;
      push("text", text);
    } else if (/[\d.]/.test(character)) {
      const number =
        /^(?:0[xX][\da-fA-F]+|(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)/
          .exec(rest)?.[0];
      if (number === undefined) return undefined;
      push("number", number);
    } else if (/[A-Za-z_]/.test(character)) {
      push("name", /^\w+/.exec(rest)![0]);
    } else if (character === "/") {
      const opens = opensPattern();
      if (opens === undefined) return undefined;
      const pattern = opens ? patternAt(rest) : undefined;
      if (opens && pattern === undefined) return undefined;
      if (pattern !== undefined) push("regex", pattern);
      else push("sign", rest.startsWith("/=") ? "/=" : "/");
    } else {
      const sign = signs.exec(rest)?.[0];
      if (sign === undefined) return undefined;
      push("sign", sign);
    }
  }
  return tokens;

  function push(kind: AwkToken["kind"], text: string): void {
    const before = tokens.at(-1);
    conditionEnded = false;
    if (text === "(" && kind === "sign") {
      opened.push(
        before?.kind === "name" && /^(if|while|for|switch)$/.test(before.text),
      );
    } else if (text === ")" && kind === "sign") {
      conditionEnded = opened.pop() ?? false;
    }
    at += text.length;
    tokens.push({ kind, text, tight: !/[\s\\]/.test(program[at] ?? " ") });
  }

  /** Whether `/` opens a pattern here; `undefined` if awks differ. */
  function opensPattern(): boolean | undefined {
    const before = tokens.at(-1);
    if (before === undefined) return true;
    switch (before.kind) {
      case "newline":
        return true;
      case "number":
      case "text":
        return false;
      case "regex":
        return undefined;
      case "name":
        return unclear.has(before.text)
          ? undefined
          : beforeValue.has(before.text);
      case "sign":
        if (/^(\+\+|--|\$)$/.test(before.text) || conditionEnded) {
          return undefined;
        }
        return before.text !== ")" && before.text !== "]";
    }
  }
}

/** Reads a pattern; nothing if awks differ about where it ends. */
function patternAt(rest: string): string | undefined {
  const pattern = /^\/(?:[^/\\\n]|\\[^\n])*\//.exec(rest)?.[0];
  if (pattern === undefined) return undefined;
  return closesBrackets(pattern.slice(1, -1)) ? pattern : undefined;
}
