import { formatString } from "./python_formats.ts";
import type { Token } from "./python_tokens.ts";
import { PythonOperators } from "./python_operators.ts";
import type { OpenNode } from "./token_stream.ts";

/** What an expression starts with, besides names, numbers and texts. */
const starts = "( [ { - + ~ * ... not lambda None True False".split(" ");

/** Reads the expressions of Python. */
export class PythonExpressions extends PythonOperators {
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
    const node = this.primary();
    return /^(VariableName|(Member|Tuple|Array|Parenthesized)Expression)$/
        .test(node.kind)
      ? node
      : this.fail();
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
    return this.sees("*") ? [this.take(), this.binary(0)] : [this.named()];
  }

  #starredTarget(): OpenNode[] {
    return this.sees("*") ? [this.take(), this.target()] : [this.target()];
  }

  protected override primary(): OpenNode {
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
        if (this.sees("**")) children.push(this.take(), this.binary(0));
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
      children.push(this.take(), this.targets(), this.expect("in"), this.or());
      while (this.sees("if")) children.push(this.take(), this.#condition());
    }
  }

  /** A condition of a loop, which may give a name but not choose. */
  #condition(): OpenNode {
    return this.sees("lambda") ? this.fail() : this.or();
  }
}
