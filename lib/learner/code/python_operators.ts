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

const comparisons = "< > == >= <= != in is not".split(" ");

/** Reads what stands between the values of Python's expressions. */
export abstract class PythonOperators extends TokenStream {
  /** A value with all that hangs on it: members, calls and items. */
  protected abstract primary(): OpenNode;

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
    const first = this.or();
    if (!this.sees("if")) return first;
    return this.nodeFrom(from, "ConditionalExpression", (children) => {
      children.push(first, this.take(), this.or());
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

  #lambda(): OpenNode {
    return this.node("LambdaExpression", (children) => {
      children.push(this.take());
      children.push(this.node("ParamList", (list) => {
        this.parameters(list, ":", false);
      }));
      children.push(this.expect(":"), this.test());
    });
  }

  /** Conditions joined by `or`, or one. */
  protected or(): OpenNode {
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
    let left = this.binary(0);
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
        children.push(this.binary(0));
      });
    }
    return left;
  }

  /**
   * Values with signs between them, or one.
   *
   * @param level How tightly the signs must bind.
   * @returns The expression.
   */
  protected binary(level: number): OpenNode {
    const { from } = this.next;
    let left = this.#factor();
    for (;;) {
      const { kind, text } = this.next;
      const found = kind === "sign" ? binding.get(text) : undefined;
      if (found === undefined || found[1] < level) return left;
      const before = left;
      left = this.nodeFrom(from, "BinaryExpression", (children) => {
        children.push(before, this.take(found[0]), this.binary(found[1] + 1));
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
    const base = this.primary();
    if (!this.sees("**")) return base;
    return this.nodeFrom(from, "BinaryExpression", (children) => {
      children.push(base, this.take("ArithOp"), this.#factor());
    });
  }
}
