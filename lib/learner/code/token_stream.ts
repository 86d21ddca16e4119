import type { Node } from "./python_tree.ts";
import { type Token, Unreadable } from "./python_tokens.ts";

/** A node while it is built. */
export interface OpenNode extends Node {
  readonly children: OpenNode[];
  /** How many nodes are nested in it. */
  readonly height: number;
  parent: Node | undefined;
}

/** Words that are no names. */
const keywords = new Set(
  "False None True and as assert async await break class continue def del elif else except finally for from global if import in is lambda nonlocal not or pass raise return try while with yield"
    .split(" "),
);

/** How deep expressions and blocks may be nested. */
const deepest = 80;

/** Tokens that are taken one after the other and made nodes of. */
export class TokenStream {
  readonly #code: string;
  readonly #tokens: readonly Token[];
  #at = 0;
  #depth = 0;

  /**
   * Starts at the first token.
   *
   * @param code The code.
   * @param tokens Its tokens.
   */
  constructor(code: string, tokens: readonly Token[]) {
    this.#code = code;
    this.#tokens = tokens;
  }

  /** The code. */
  get code(): string {
    return this.#code;
  }

  /** The token that comes next. */
  get next(): Token {
    return this.#tokens[this.#at]!;
  }

  /**
   * Whether a keyword or sign comes next.
   *
   * @param texts What may come.
   * @returns Whether one of them does.
   */
  sees(...texts: readonly string[]): boolean {
    const { kind, text } = this.next;
    return (kind === "sign" || kind === "name") && texts.includes(text);
  }

  /** Whether a name comes next that is no keyword. */
  seesName(): boolean {
    return this.next.kind === "name" && !keywords.has(this.next.text);
  }

  /**
   * Whether a token of a kind comes next.
   *
   * @param kind The kind.
   * @returns Whether it does.
   */
  seesKind(kind: Token["kind"]): boolean {
    return this.next.kind === kind;
  }

  /**
   * Takes the next token.
   *
   * @param kind What the node is called; the token's text if unset.
   * @returns A node of it.
   */
  take(kind?: string): OpenNode {
    const { text } = this.next;
    this.#at += 1;
    return leafOf(kind ?? text, text);
  }

  /**
   * Takes the next token, which must be one of a few.
   *
   * @param texts What may come.
   * @returns A node of it.
   * @throws {Unreadable} If anything else comes.
   */
  expect(...texts: readonly string[]): OpenNode {
    if (!this.sees(...texts)) this.fail();
    return this.take();
  }

  /**
   * Takes a name.
   *
   * @param kind What the node is called.
   * @returns A node of it.
   * @throws {Unreadable} If anything else comes.
   */
  name(kind = "VariableName"): OpenNode {
    if (!this.seesName()) this.fail();
    return this.take(kind);
  }

  /**
   * Takes a token that is only there to end something.
   *
   * @param kind The token's kind.
   * @throws {Unreadable} If anything else comes.
   */
  skip(kind: Token["kind"]): void {
    if (this.next.kind !== kind) this.fail();
    this.#at += 1;
  }

  /**
   * Builds a node of what is read.
   *
   * @param kind What it is called.
   * @param read Reads what it is made of.
   * @returns The node.
   */
  node(kind: string, read: (children: OpenNode[]) => void): OpenNode {
    const { from } = this.next;
    return this.nodeFrom(from, kind, read);
  }

  /**
   * Builds a node that starts before the next token.
   *
   * @param from Where it starts.
   * @param kind What it is called.
   * @param read Reads what it is made of.
   * @returns The node.
   */
  nodeFrom(
    from: number,
    kind: string,
    read: (children: OpenNode[]) => void,
  ): OpenNode {
    const children: OpenNode[] = [];
    this.nested(() => read(children));
    const last = this.#tokens[this.#at - 1];
    const end = last === undefined ? from : last.from + last.text.length;
    const text = this.#code.slice(from, end);
    const height = 1 +
      children.reduce((most, child) => Math.max(most, child.height), 0);
    if (height > deepest) this.fail();
    const node: OpenNode = { kind, text, children, height, parent: undefined };
    for (const child of children) child.parent = node;
    return node;
  }

  /**
   * Reads one level further in.
   *
   * @param read What reads it.
   * @returns What was read.
   */
  nested<Result>(read: () => Result): Result {
    this.#depth += 1;
    if (this.#depth > deepest) this.fail();
    const result = read();
    this.#depth -= 1;
    return result;
  }

  /** Ends the reading. */
  fail(): never {
    throw new Unreadable(this.next.from);
  }
}

/**
 * A node that holds nothing.
 *
 * @param kind What it is.
 * @param text The code that it stands for.
 * @returns The node.
 */
export function leafOf(kind: string, text: string): OpenNode {
  return { kind, text, children: [], height: 0, parent: undefined };
}
