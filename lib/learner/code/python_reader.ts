import { type CodeFindings, Unproven } from "./findings.ts";
import { PythonCalls } from "./python_calls.ts";
import type { Node } from "./python_tree.ts";
import { harmlessLeaves, knownNodes } from "./tables/python_grammar.ts";
import { systemModules } from "./tables/python_modules.ts";

/**
 * Goes through a piece of Python and finds what it does, expression by
 * expression. Whatever is not known to be harmless ends it.
 *
 * Code that uses no package of others can only be proven: every name must be
 * its own, a known built-in one or taken from a known module, every attribute
 * one of those that lead nowhere. Where a package of others is used, its code
 * runs as it does in the project's tests; there what is done with it must not
 * sound like reaching out.
 */
export class PythonReader extends PythonCalls {
  /**
   * Goes through the code.
   *
   * @param root Its tree.
   * @returns What it does.
   * @throws {Unproven} If something in it is not known to be harmless.
   */
  read(root: Node): CodeFindings {
    for (const target of this.bindings.targets) this.assertTarget(target);
    this.#assertUsed();
    this.visit(root);
    this.#assertJudged(root);
    return {
      reads: this.files.reads,
      writes: this.files.writes,
      programs: this.programs.started,
      documents: [],
      searches: this.searches,
      packages: this.bindings.packages,
      texts: this.texts,
      loads: this.bindings.imports.size > 0,
      asksMachine: this.members.asksMachine,
    };
  }

  /**
   * Who loads what reaches the machine must say what for; in a file, such a
   * line is often left over.
   */
  #assertUsed(): void {
    const { imports, uses, read } = this.bindings;
    for (const [name, { module }] of imports) {
      if (!Object.hasOwn(systemModules, module)) continue;
      const used = uses.get(name)?.some((use) => !read.has(use));
      if (!used && this.situation.file === undefined) {
        throw new Unproven(`loads ${module} without saying what for`);
      }
      this.members.asksMachine = true;
    }
  }

  /** No name of the code may have been passed over. */
  #assertJudged(node: Node): void {
    if (/^(VariableName|PropertyName)$/.test(node.kind)) {
      if (!this.judged.has(node)) {
        throw new Unproven(`uses ${node.text} oddly`);
      }
    }
    for (const child of node.children) this.#assertJudged(child);
  }

  protected override visit(node: Node): void {
    switch (node.kind) {
      case "ImportStatement":
      case "ScopeStatement":
        return;
      case "VariableName":
        return this.visitName(node);
      case "MemberExpression":
        return this.visitMember(node);
      case "CallExpression":
        return this.visitCall(node);
      case "Decorator":
        return this.visitDecorator(node);
      case "String":
      case "FormatString":
        this.takeText(node);
        break;
      case "DeleteStatement":
        for (const child of node.children) this.assertTarget(child);
        break;
      case "ClassDefinition":
        this.assertClass(node);
        break;
      default:
        if (harmlessLeaves.has(node.kind)) return;
        if (!knownNodes.has(node.kind)) {
          throw new Unproven(`uses ${node.text.slice(0, 40)}`);
        }
    }
    for (const child of node.children) this.visit(child);
  }
}
