import { formatString } from "./python_formats.ts";
import type { Token } from "./python_tokens.ts";
import { type OpenNode, TokenStream } from "./token_stream.ts";

/** Signs between two values, with what they are called and how they bind. */
const binding: ReadonlyMap<string, readonly [kind: string, level: number]> =
  new Map([
    ["|", ["BitOp", 0]],
    ["^", ["BitOp", 1]],
    ["&", ["BitOp", 2]],
    ["<<", ["BitOp", 3]],
    [">>", ["BitOp", 3]],
    ["+", ["ArithOp", 4]],
    ["-", ["ArithOp", 4]],
    ["*", ["ArithOp", 5]],
    ["/", ["ArithOp", 5]],
    ["//", ["ArithOp", 5]],
    ["%", ["ArithOp", 5]],
    ["@", ["ArithOp", 5]],
  ]);

/** What an expression starts with, besides names, numbers and texts. */
const starts = "( [ { - + ~ * ... not lambda None True False".split(" ");

const comparisons = "< > == >= <= != in is not".split(" ");

/** Reads the expressions of Python. */
export class PythonExpressions extends TokenStream {
  /**
   * Starts at the first token.
   *
   * @param code The code.
   * @param tokens Its tokens.
   */
  constructor(code: string, tokens: readonly Token[]) {
    super(code, tokens);
  }

  /** What is given to a name: a list, or what `yield` is sent. */
  value(): OpenNode {
    return this.list();
  }

  /** One expression or several with commas, which then are a tuple. */
  list(): OpenNode {
    const { from } = this.next;
    if (this.sees("yield")) return this.#yield();
    const first = this.#starred();
    if (first.length === 1 && !this.sees(",")) return first[0]!;
    return this.nodeFrom(from, "TupleExpression", (children) => {
      children.push(...first);
      while (this.sees(",")) {
        children.push(this.take());
        if (!this.#starts()) break;
        children.push(...this.#starred());
      }
    });
  }

  /** What a loop or `del` is about. */
  targets(): OpenNode {
    const { from } = this.next;
    const first = this.#starredTarget();
    if (first.length === 1 && !this.sees(",")) return first[0]!;
    return this.nodeFrom(from, "TupleExpression", (children) => {
      children.push(...first);
      while (this.sees(",")) {
        children.push(this.take());
        if (this.sees("in") || !this.#starts()) break;
        children.push(...this.#starredTarget());
      }
    });
  }

  /** One of the things that can be given a value. */
  target(): OpenNode {
    const node = this.#primary();
    return /^(VariableName|(Member|Tuple|Array|Parenthesized)Expression)$/
        .test(node.kind)
      ? node
      : this.fail();
  }

  /** An expression that may give itself a name: `x := 1`. */
  named(): OpenNode {
    const { from } = this.next;
    const first = this.test();
    if (!this.sees(":=")) return first;
    if (first.kind !== "VariableName") this.fail();
    return this.nodeFrom(from, "NamedExpression", (children) => {
      children.push(first, this.take("AssignOp"), this.test());
    });
  }

  /** An expression without a comma. */
  test(): OpenNode {
    const { from } = this.next;
    if (this.sees("lambda")) return this.#lambda();
    const first = this.#or();
    if (!this.sees("if")) return first;
    return this.nodeFrom(from, "ConditionalExpression", (children) => {
      children.push(first, this.take(), this.#or());
      children.push(this.expect("else"), this.test());
    });
  }

  /**
   * The parameters of a function.
   *
   * @param list Where to put them.
   * @param end What ends them.
   * @param typed Whether they may have types.
   */
  parameters(list: OpenNode[], end: string, typed: boolean): void {
    while (!this.sees(end)) {
      if (this.sees("/")) {
        list.push(this.take());
      } else {
        const star = this.sees("*", "**");
        if (star) list.push(this.take());
        if (!star || this.seesName()) {
          list.push(this.name());
          if (typed && this.sees(":")) {
            list.push(this.node("TypeDef", (type) => {
              type.push(this.take(), this.test());
            }));
          }
          if (this.sees("=")) list.push(this.take("AssignOp"), this.test());
        }
      }
      if (!this.sees(",")) break;
      list.push(this.take());
    }
  }

  /** What stands in the parentheses of a call. */
  callArguments(): OpenNode {
    return this.node("ArgList", (children) => {
      children.push(this.expect("("));
      while (!this.sees(")")) {
        if (this.sees("*", "**")) {
          children.push(this.take(), this.test());
        } else {
          const { from } = this.next;
          const one = this.named();
          if (this.sees("=") && one.kind === "VariableName") {
            children.push(one, this.take("AssignOp"), this.test());
          } else if (this.sees("for")) {
            children.push(
              this.nodeFrom(from, "ComprehensionExpression", (inner) => {
                inner.push(one);
                this.#loops(inner);
              }),
            );
          } else {
            children.push(one);
          }
        }
        if (!this.sees(",")) break;
        children.push(this.take());
      }
      children.push(this.expect(")"));
    });
  }

  #yield(): OpenNode {
    return this.node("YieldExpression", (children) => {
      children.push(this.take());
      if (this.sees("from")) children.push(this.take(), this.test());
      else if (this.#starts()) children.push(this.list());
    });
  }

  /** Whether an expression comes next. */
  #starts(): boolean {
    const { kind } = this.next;
    if (kind === "number" || kind === "text" || this.seesName()) return true;
    return this.sees(...starts);
  }

  #starred(): OpenNode[] {
    return this.sees("*") ? [this.take(), this.#binary(0)] : [this.named()];
  }

  #starredTarget(): OpenNode[] {
    return this.sees("*") ? [this.take(), this.target()] : [this.target()];
  }

  #lambda(): OpenNode {
    return this.node("LambdaExpression", (children) => {
      children.push(this.take());
      children.push(this.node("ParamList", (list) => {
        this.parameters(list, ":", false);
      }));
      children.push(this.expect(":"), this.test());
    });
  }

  #or(): OpenNode {
    return this.#joined(["or"], () => this.#and());
  }

  #and(): OpenNode {
    return this.#joined(["and"], () => this.#not());
  }

  #joined(words: readonly string[], read: () => OpenNode): OpenNode {
    const { from } = this.next;
    let left = read();
    while (this.sees(...words)) {
      const before = left;
      left = this.nodeFrom(from, "BinaryExpression", (children) => {
        children.push(before, this.take(), read());
      });
    }
    return left;
  }

  #not(): OpenNode {
    if (!this.sees("not")) return this.#comparison();
    return this.node("UnaryExpression", (children) => {
      children.push(this.take(), this.#not());
    });
  }

  #comparison(): OpenNode {
    const { from } = this.next;
    let left = this.#binary(0);
    while (this.sees(...comparisons)) {
      const before = left;
      left = this.nodeFrom(from, "BinaryExpression", (children) => {
        children.push(before);
        if (this.sees("not")) children.push(this.take(), this.expect("in"));
        else if (this.sees("in")) children.push(this.take());
        else if (this.sees("is")) {
          children.push(this.take());
          if (this.sees("not")) children.push(this.take());
        } else children.push(this.take("CompareOp"));
        children.push(this.#binary(0));
      });
    }
    return left;
  }

  #binary(level: number): OpenNode {
    const { from } = this.next;
    let left = this.#factor();
    for (;;) {
      const { kind, text } = this.next;
      const found = kind === "sign" ? binding.get(text) : undefined;
      if (found === undefined || found[1] < level) return left;
      const before = left;
      left = this.nodeFrom(from, "BinaryExpression", (children) => {
        children.push(before, this.take(found[0]), this.#binary(found[1] + 1));
      });
    }
  }

  #factor(): OpenNode {
    const { from } = this.next;
    if (this.sees("+", "-", "~")) {
      return this.node("UnaryExpression", (children) => {
        children.push(this.take("ArithOp"), this.#factor());
      });
    }
    const base = this.#primary();
    if (!this.sees("**")) return base;
    return this.nodeFrom(from, "BinaryExpression", (children) => {
      children.push(base, this.take("ArithOp"), this.#factor());
    });
  }

  #primary(): OpenNode {
    const { from } = this.next;
    let left = this.#atom();
    for (;;) {
      const before = left;
      if (this.sees(".")) {
        left = this.nodeFrom(from, "MemberExpression", (children) => {
          children.push(before, this.take(), this.name("PropertyName"));
        });
      } else if (this.sees("(")) {
        left = this.nodeFrom(from, "CallExpression", (children) => {
          children.push(before, this.callArguments());
        });
      } else if (this.sees("[")) {
        left = this.nodeFrom(from, "MemberExpression", (children) => {
          children.push(before, this.take());
          this.#subscripts(children);
          children.push(this.expect("]"));
        });
      } else {
        return left;
      }
    }
  }

  #subscripts(children: OpenNode[]): void {
    if (this.sees("]")) this.fail();
    while (!this.sees("]")) {
      if (this.sees(":", ",")) children.push(this.take());
      else children.push(...this.#starred());
    }
  }

  #atom(): OpenNode {
    const { kind } = this.next;
    if (kind === "number") return this.take("Number");
    if (kind === "text") return this.#texts();
    if (this.sees("True", "False")) return this.take("Boolean");
    if (this.sees("None")) return this.take("None");
    if (this.sees("...")) return this.take("Ellipsis");
    if (this.sees("(")) return this.nested(() => this.#parentheses());
    if (this.sees("[")) return this.nested(() => this.#brackets());
    if (this.sees("{")) return this.nested(() => this.#braces());
    return this.name();
  }

  #texts(): OpenNode {
    const { from } = this.next;
    const texts: OpenNode[] = [];
    while (this.seesKind("text")) texts.push(this.#text());
    if (texts.length === 1) return texts[0]!;
    return this.nodeFrom(from, "ContinuedString", (children) => {
      children.push(...texts);
    });
  }

  #text(): OpenNode {
    const { from, text } = this.next;
    if (!/^\w*f/i.test(text)) return this.take("String");
    return this.nodeFrom(from, "FormatString", (children) => {
      this.take();
      children.push(
        ...formatString(this.code, { from, text }, (tokens) => {
          const inner = new PythonExpressions(this.code, tokens);
          const node = inner.list();
          inner.skip("end");
          return node;
        }),
      );
    });
  }

  #parentheses(): OpenNode {
    const { from } = this.next;
    const open = this.take();
    if (this.sees(")")) {
      return this.nodeFrom(from, "TupleExpression", (children) => {
        children.push(open, this.take());
      });
    }
    if (this.sees("yield")) {
      return this.nodeFrom(from, "ParenthesizedExpression", (children) => {
        children.push(open, this.#yield(), this.expect(")"));
      });
    }
    return this.#enclosed(from, open, ")", {
      one: "ParenthesizedExpression",
      many: "TupleExpression",
      loop: "ComprehensionExpression",
    });
  }

  #brackets(): OpenNode {
    const { from } = this.next;
    const open = this.take();
    if (this.sees("]")) {
      return this.nodeFrom(from, "ArrayExpression", (children) => {
        children.push(open, this.take());
      });
    }
    return this.#enclosed(from, open, "]", {
      one: "ArrayExpression",
      many: "ArrayExpression",
      loop: "ArrayComprehensionExpression",
    });
  }

  #braces(): OpenNode {
    const { from } = this.next;
    const open = this.take();
    if (this.sees("}") || this.sees("**")) return this.#pairs(from, open, []);
    const first = this.#starred();
    if (first.length === 1 && this.sees(":")) {
      return this.#pairs(from, open, first);
    }
    return this.#enclosed(from, open, "}", {
      one: "SetExpression",
      many: "SetExpression",
      loop: "SetComprehensionExpression",
    }, first);
  }

  #pairs(from: number, open: OpenNode, first: OpenNode[]): OpenNode {
    let kind = "DictionaryExpression";
    const node = this.nodeFrom(from, kind, (children) => {
      children.push(open, ...first);
      if (first.length > 0) children.push(this.expect(":"), this.test());
      if (this.sees("for")) {
        kind = "DictionaryComprehensionExpression";
        this.#loops(children);
        return children.push(this.expect("}"));
      }
      if (first.length > 0 && !this.sees("}")) children.push(this.expect(","));
      while (!this.sees("}")) {
        if (this.sees("**")) children.push(this.take(), this.#binary(0));
        else children.push(this.test(), this.expect(":"), this.test());
        if (!this.sees(",")) break;
        children.push(this.take());
      }
      children.push(this.expect("}"));
    });
    for (const child of node.children) child.parent = undefined;
    const done = { ...node, kind };
    for (const child of done.children) child.parent = done;
    return done;
  }

  #enclosed(
    from: number,
    open: OpenNode,
    end: string,
    kinds: { one: string; many: string; loop: string },
    read?: OpenNode[],
  ): OpenNode {
    const first = read ?? this.#starred();
    const kind = this.sees("for")
      ? kinds.loop
      : this.sees(",") || first.length > 1
      ? kinds.many
      : kinds.one;
    return this.nodeFrom(from, kind, (children) => {
      children.push(open, ...first);
      if (this.sees("for")) this.#loops(children);
      while (this.sees(",")) {
        children.push(this.take());
        if (this.sees(end)) break;
        children.push(...this.#starred());
      }
      children.push(this.expect(end));
    });
  }

  #loops(children: OpenNode[]): void {
    while (this.sees("for")) {
      children.push(this.take(), this.targets(), this.expect("in"), this.#or());
      while (this.sees("if")) children.push(this.take(), this.#condition());
    }
  }

  /** A condition of a loop, which may give a name but not choose. */
  #condition(): OpenNode {
    return this.sees("lambda") ? this.fail() : this.#or();
  }
}
