import { type CodeSituation, Unproven } from "./findings.ts";
import { argumentsOf } from "./python_arguments.ts";
import type { Bindings } from "./python_bindings.ts";
import { PythonFiles } from "./python_files.ts";
import { kindOf } from "./python_kinds.ts";
import { isModule, PythonMembers } from "./python_members.ts";
import { memberOf } from "./python_texts.ts";
import type { Node } from "./python_tree.ts";
import { isPrinted, isSeen, isShown } from "./python_uses.ts";
import { reachingText } from "./tables/python_grammar.ts";
import { pathTexts } from "./tables/python_modules.ts";
import {
  harmlessBuiltins,
  refusedBuiltins,
  specialBuiltins,
} from "./tables/python_names.ts";

/** Judges the names, attributes and texts in a piece of Python. */
export abstract class PythonNames {
  /** What the names stand for. */
  protected readonly bindings: Bindings;
  /** What texts depend on. */
  protected readonly situation: CodeSituation;
  /** The names that need not be looked at again. */
  protected readonly judged = new Set<Node>();
  /** What files are read and written. */
  protected readonly files: PythonFiles;
  /** What is taken from modules and objects. */
  protected readonly members: PythonMembers;
  /** The texts that packages of others may be given. */
  protected readonly texts: string[] = [];

  /**
   * Starts with what the names stand for.
   *
   * @param bindings The names.
   * @param situation What texts depend on.
   */
  constructor(bindings: Bindings, situation: CodeSituation) {
    this.bindings = bindings;
    this.situation = situation;
    this.files = new PythonFiles(bindings, situation);
    this.members = new PythonMembers(bindings);
    for (const name of bindings.read) this.judged.add(name);
  }

  /**
   * Judges a part of the code.
   *
   * @param node The part.
   * @throws {Unproven} If it is not known to be harmless.
   */
  protected abstract visit(node: Node): void;

  /**
   * Judges a name.
   *
   * @param node The name.
   * @throws {Unproven} If it is not known to be harmless.
   */
  protected visitName(node: Node): void {
    if (this.judged.has(node)) return;
    this.judged.add(node);
    const name = node.text;
    const imported = this.bindings.imports.get(name);
    if (imported !== undefined) {
      if (imported.foreign) {
        return this.members.assertTame(imported.member ?? name);
      }
      if (imported.member === undefined) {
        throw new Unproven(`hands out the module ${imported.module}`);
      }
      return this.members.assertMember(memberOf(node, this.bindings)!, false);
    }
    if (/^__(name|doc|file)__$/.test(name)) return;
    if (
      refusedBuiltins.has(name) || specialBuiltins.has(name) ||
      /^__.*__$/.test(name)
    ) {
      throw new Unproven(`uses ${name}`);
    }
    if (this.bindings.values.has(name)) {
      if (this.files.holdsPath(name) && !isShown(node, this.bindings)) {
        throw new Unproven("hands out a path");
      }
      return;
    }
    if (harmlessBuiltins.has(name)) return;
    throw new Unproven(`uses ${name}, which is not known`);
  }

  /**
   * Judges what is taken from a module or an object.
   *
   * @param node The expression.
   * @throws {Unproven} If it is not known to be harmless.
   */
  protected visitMember(node: Node): void {
    const [of, , property] = node.children;
    if (property?.kind !== "PropertyName") {
      for (const child of node.children) this.visit(child);
      return;
    }
    const member = memberOf(node, this.bindings);
    if (member !== undefined && !this.#isValue(of!)) {
      this.judgeChain(node);
      return this.members.assertMember(member, isSeen(node, this.bindings));
    }
    this.judged.add(property);
    if (this.files.pathOf(of!) !== undefined) {
      if (!pathTexts.has(property.text)) {
        throw new Unproven(`uses ${property.text} of a path`);
      }
      return this.visitPath(of!);
    }
    this.visit(of!);
    const plain = kindOf(of, this.bindings) !== undefined;
    this.members.assertAttribute(property.text, plain);
  }

  /**
   * Takes a path of `pathlib` for judged, which is known.
   *
   * @param node The path.
   */
  protected visitPath(node: Node): void {
    this.members.asksMachine = true;
    this.judgeChain(node);
  }

  /**
   * Takes all names in an expression for judged.
   *
   * @param node The expression.
   */
  protected judgeChain(node: Node): void {
    this.judged.add(node);
    for (const child of node.children) this.judgeChain(child);
  }

  /**
   * Notes a text that others are given. What is only printed is given to nobody.
   *
   * @param node The text.
   * @throws {Unproven} If it is not known to be harmless.
   */
  protected takeText(node: Node): void {
    if (isPrinted(node, this.bindings)) return;
    this.texts.push(
      node.text.replace(/^\w*(?:"""|'''|"|')|(?:"""|'''|"|')$/g, ""),
    );
    if (this.bindings.packages.length > 0 && reachingText.test(node.text)) {
      throw new Unproven("hands a text to a package that may run it");
    }
  }

  /**
   * A module must not be changed, nor what it holds.
   *
   * @param target What is given something.
   * @throws {Unproven} If it is not known to be harmless.
   */
  protected assertTarget(target: Node): void {
    if (/^(Tuple|Array|Parenthesized)Expression$/.test(target.kind)) {
      for (const child of target.children) this.assertTarget(child);
    }
    if (target.kind !== "MemberExpression") return;
    const member = memberOf(target.children[0]!, this.bindings);
    if (member !== undefined) throw new Unproven(`changes ${member}`);
  }

  /**
   * A class must be made in the usual way.
   *
   * @param node The class.
   * @throws {Unproven} If it is not known to be harmless.
   */
  protected assertClass(node: Node): void {
    const list = node.children.find((child) => child.kind === "ArgList");
    for (const { name, starred } of list ? argumentsOf(list) : []) {
      if (name !== undefined || starred) {
        throw new Unproven("makes a class oddly");
      }
    }
  }

  /** Whether an expression is something in a module, not a module. */
  #isValue(node: Node): boolean {
    const member = memberOf(node, this.bindings);
    return member === undefined || !isModule(member);
  }
}
