import { PythonExpressions } from "./python_expressions.ts";
import { tokensOf } from "./python_tokens.ts";
import type { OpenNode } from "./token_stream.ts";

/** Signs that change what a name stands for by what it stood for. */
const updates = [
  ..."+= -= *= /= //= %= **= @= &= |= ^= >>= <<=".split(" "),
] as const;

/** Reads the statements of Python. */
export class PythonParser extends PythonExpressions {
  /**
   * Starts at the beginning.
   *
   * @param code The code.
   */
  constructor(code: string) {
    super(code, tokensOf(code));
  }

  /**
   * Reads all of the code.
   *
   * @returns Its tree.
   */
  script(): OpenNode {
    return this.node("Script", (children) => {
      while (!this.seesKind("end")) this.#statement(children);
    });
  }

  #statement(into: OpenNode[]): void {
    if (this.sees("if")) into.push(this.#if());
    else if (this.sees("while")) into.push(this.#while());
    else if (this.sees("for")) into.push(this.#for());
    else if (this.sees("try")) into.push(this.#try());
    else if (this.sees("with")) into.push(this.#with());
    else if (this.sees("def")) into.push(this.#function());
    else if (this.sees("class")) into.push(this.#class());
    else if (this.sees("@")) into.push(this.#decorated());
    else this.#simpleStatements(into);
  }

  #simpleStatements(into: OpenNode[]): void {
    into.push(this.#simple());
    while (this.sees(";")) {
      this.take();
      if (this.seesKind("newline")) break;
      into.push(this.#simple());
    }
    this.skip("newline");
  }

  #body(): OpenNode {
    return this.node("Body", (children) => {
      children.push(this.expect(":"));
      if (!this.seesKind("newline")) return this.#simpleStatements(children);
      this.skip("newline");
      this.skip("indent");
      while (!this.seesKind("dedent")) this.#statement(children);
      this.skip("dedent");
    });
  }

  #else(children: OpenNode[]): void {
    if (!this.sees("else")) return;
    children.push(this.take(), this.#body());
  }

  #if(): OpenNode {
    return this.node("IfStatement", (children) => {
      children.push(this.take(), this.named(), this.#body());
      while (this.sees("elif")) {
        children.push(this.take(), this.named(), this.#body());
      }
      this.#else(children);
    });
  }

  #while(): OpenNode {
    return this.node("WhileStatement", (children) => {
      children.push(this.take(), this.named(), this.#body());
      this.#else(children);
    });
  }

  #for(): OpenNode {
    return this.node("ForStatement", (children) => {
      children.push(this.take(), this.targets(), this.expect("in"));
      children.push(this.list(), this.#body());
      this.#else(children);
    });
  }

  #try(): OpenNode {
    return this.node("TryStatement", (children) => {
      children.push(this.take(), this.#body());
      while (this.sees("except")) {
        children.push(this.take());
        if (!this.sees(":")) {
          children.push(this.test());
          if (this.sees("as")) children.push(this.take(), this.name());
        }
        children.push(this.#body());
      }
      this.#else(children);
      if (this.sees("finally")) children.push(this.take(), this.#body());
    });
  }

  #with(): OpenNode {
    return this.node("WithStatement", (children) => {
      children.push(this.take());
      for (;;) {
        children.push(this.test());
        if (this.sees("as")) children.push(this.take(), this.target());
        if (!this.sees(",")) break;
        children.push(this.take());
      }
      children.push(this.#body());
    });
  }

  #function(): OpenNode {
    return this.node("FunctionDefinition", (children) => {
      children.push(this.take(), this.name());
      children.push(this.node("ParamList", (list) => {
        list.push(this.expect("("));
        this.parameters(list, ")", true);
        list.push(this.expect(")"));
      }));
      if (this.sees("->")) {
        children.push(this.node("TypeDef", (type) => {
          this.take();
          type.push(this.test());
        }));
      }
      children.push(this.#body());
    });
  }

  #class(): OpenNode {
    return this.node("ClassDefinition", (children) => {
      children.push(this.take(), this.name());
      if (this.sees("(")) children.push(this.callArguments());
      children.push(this.#body());
    });
  }

  #decorated(): OpenNode {
    return this.node("DecoratedStatement", (children) => {
      while (this.sees("@")) {
        children.push(this.node("Decorator", (one) => {
          one.push(this.take("At"), this.name());
          while (this.sees(".")) one.push(this.take(), this.name());
          if (this.sees("(")) one.push(this.callArguments());
          this.skip("newline");
        }));
      }
      if (this.sees("def")) children.push(this.#function());
      else if (this.sees("class")) children.push(this.#class());
      else this.fail();
    });
  }

  #simple(): OpenNode {
    switch (this.next.kind === "name" ? this.next.text : "") {
      case "pass":
        return this.node("PassStatement", (all) => all.push(this.take()));
      case "break":
        return this.node("BreakStatement", (all) => all.push(this.take()));
      case "continue":
        return this.node("ContinueStatement", (all) => all.push(this.take()));
      case "return":
        return this.node("ReturnStatement", (all) => {
          all.push(this.take());
          if (!this.#atEnd()) all.push(this.list());
        });
      case "raise":
        return this.node("RaiseStatement", (all) => {
          all.push(this.take());
          if (!this.#atEnd()) all.push(this.test());
          if (this.sees("from")) all.push(this.take(), this.test());
        });
      case "assert":
        return this.node("AssertStatement", (all) => {
          all.push(this.take(), this.test());
          if (this.sees(",")) all.push(this.take(), this.test());
        });
      case "del":
        return this.node("DeleteStatement", (all) => {
          all.push(this.take(), this.targets());
        });
      case "global":
      case "nonlocal":
        return this.node("ScopeStatement", (all) => {
          all.push(this.take(), this.name());
          while (this.sees(",")) all.push(this.take(), this.name());
        });
      case "import":
      case "from":
        return this.#import();
      default:
        return this.#expression();
    }
  }

  #atEnd(): boolean {
    return this.seesKind("newline") || this.sees(";");
  }

  /** The words of an import are taken as they stand. */
  #import(): OpenNode {
    return this.node("ImportStatement", (children) => {
      children.push(this.take());
      while (!this.#atEnd()) {
        if (this.seesName()) children.push(this.take("VariableName"));
        else {children.push(
            this.expect("import", "as", ".", ",", "(", ")", "*"),
          );}
      }
    });
  }

  #expression(): OpenNode {
    const { from } = this.next;
    const first = this.list();
    if (this.sees(":")) {
      return this.nodeFrom(from, "AssignStatement", (children) => {
        children.push(first);
        children.push(this.node("TypeDef", (type) => {
          type.push(this.take(), this.test());
        }));
        if (!this.sees("=")) return;
        children.push(this.take("AssignOp"), this.value());
      });
    }
    if (this.sees(...updates)) {
      return this.nodeFrom(from, "UpdateStatement", (children) => {
        children.push(first, this.take("UpdateOp"), this.value());
      });
    }
    if (this.sees("=")) {
      return this.nodeFrom(from, "AssignStatement", (children) => {
        children.push(first);
        while (this.sees("=")) {
          children.push(this.take("AssignOp"), this.value());
        }
      });
    }
    return this.nodeFrom(from, "ExpressionStatement", (children) => {
      children.push(first);
    });
  }
}
