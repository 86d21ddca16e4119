import { type Token, tokensOf, Unreadable } from "./python_tokens.ts";
import { leafOf, type OpenNode } from "./token_stream.ts";

/**
 * Reads what is calculated in a formatted text.
 *
 * Versions of Python differ about what may stand in the braces; the quote of
 * the text itself, backslashes, comments and further formatted texts are not
 * read.
 *
 * @param code The code.
 * @param whole The text and where it starts.
 * @param parse Makes a node of the tokens of an expression.
 * @returns A node for every pair of braces.
 * @throws {Unreadable} If it cannot be read for certain.
 */
export function formatString(
  code: string,
  whole: { readonly from: number; readonly text: string },
  parse: (tokens: readonly Token[]) => OpenNode,
): OpenNode[] {
  const [, prefix, mark] = /^([a-zA-Z]+)("""|'''|"|')/.exec(
    whole.text,
  ) as unknown as string[];
  const nodes: OpenNode[] = [];
  const end = whole.from + whole.text.length - mark!.length;
  let at = whole.from + prefix!.length + mark!.length;
  while (at < end) {
    const two = code.slice(at, at + 2);
    if (two === "{{" || two === "}}") {
      at += 2;
    } else if (code[at] === "}") {
      throw new Unreadable(at);
    } else if (code[at] === "{") {
      const close = closeOf(code, at, end, mark![0]!);
      nodes.push(replacement(code, at, close, parse));
      at = close + 1;
    } else if (code[at] === "\\") {
      // A backslash before a brace hides nothing.
      if (/r/i.test(prefix!) || !/^[ntr\\'"]$/.test(code[at + 1] ?? "")) {
        throw new Unreadable(at);
      }
      at += 2;
    } else {
      at += 1;
    }
  }
  return nodes;
}

/** Where the brace is closed that is opened at an index. */
function closeOf(
  code: string,
  open: number,
  end: number,
  quote: string,
): number {
  let depth = 0;
  for (let at = open; at < end; at += 1) {
    const character = code[at]!;
    if (character === quote || /[\\#\n]/.test(character)) break;
    if (character === '"' || character === "'") {
      const close = code.indexOf(character, at + 1);
      if (close < 0 || close >= end || /f/i.test(code[at - 1]!)) break;
      if (/[\\\n]/.test(code.slice(at, close))) break;
      if (code.slice(at, close).includes(quote)) break;
      at = close;
    } else if (/[([{]/.test(character)) {
      depth += 1;
    } else if (/[)\]}]/.test(character)) {
      depth -= 1;
      if (depth === 0) return at;
    }
  }
  throw new Unreadable(open);
}

function replacement(
  code: string,
  open: number,
  close: number,
  parse: (tokens: readonly Token[]) => OpenNode,
): OpenNode {
  const last = endOfExpression(code, open + 1, close);
  const rest = code.slice(last, close);
  const [whole, spec] = /^=?\s*(?:![rsa])?(:[^'"!\\]*)?$/.exec(rest) ?? [];
  if (whole === undefined) throw new Unreadable(last);
  const children = [parse(tokensOf(code, open + 1, last, true))];
  const plain = (spec ?? "").replace(/\{\w+\}/g, (nested) => {
    const text = nested.slice(1, -1);
    children.push(leafOf(/^\d/.test(text) ? "Number" : "VariableName", text));
    return "";
  });
  if (/[{}]/.test(plain)) throw new Unreadable(last);
  const node: OpenNode = {
    kind: "FormatReplacement",
    text: code.slice(open, close + 1),
    children,
    height: 1 + Math.max(...children.map(({ height }) => height)),
    parent: undefined,
  };
  for (const child of children) child.parent = node;
  return node;
}

/** Where `=`, `!r` or `:` ends the expression. */
function endOfExpression(code: string, from: number, close: number): number {
  let depth = 0;
  for (let at = from; at < close; at += 1) {
    const character = code[at]!;
    if (character === '"' || character === "'") {
      at = code.indexOf(character, at + 1);
    } else if (/[([{]/.test(character)) {
      depth += 1;
    } else if (/[)\]}]/.test(character)) {
      depth -= 1;
    } else if (depth === 0) {
      if (character === ":") return at;
      if (/^[=!<>]=/.test(code.slice(at, at + 2))) at += 1;
      else if (character === "!" || character === "=") return at;
    }
  }
  return close;
}
