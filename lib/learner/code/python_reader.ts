import { type CodeFindings, type CodeSituation, Unproven } from "./findings.ts";
import {
  type Argument,
  argumentsOf,
  formatsPlainly,
} from "./python_arguments.ts";
import { PythonFiles } from "./python_files.ts";
import { isPrinted, isSeen, isShown } from "./python_uses.ts";
import type { Bindings } from "./python_bindings.ts";
import { assertGuarded } from "./python_guarded.ts";
import { kindOf } from "./python_kinds.ts";
import { isModule, PythonMembers } from "./python_members.ts";
import { PythonPrograms } from "./python_programs.ts";
import { calledMember, literalOf, memberOf, textsOf } from "./python_texts.ts";
import type { Node } from "./python_tree.ts";
import {
  guardedFunctions,
  pathFunctions,
  pathMethods,
  pathTexts,
  programFunctions,
  startingFunctions,
  systemModules,
} from "./tables/python_modules.ts";
import {
  harmlessBuiltins,
  refusedBuiltins,
  specialBuiltins,
} from "./tables/python_names.ts";
import {
  drawingMethods,
  harmlessLeaves,
  knownNodes,
  reachingText,
} from "./tables/python_grammar.ts";

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
export class PythonReader {
  readonly #bindings: Bindings;
  readonly #situation: CodeSituation;
  readonly #judged = new Set<Node>();
  readonly #files: PythonFiles;
  readonly #programs: PythonPrograms;
  readonly #members: PythonMembers;
  readonly #searches: string[] = [];
  readonly #texts: string[] = [];

  /**
   * Starts with what the names stand for.
   *
   * @param bindings The names.
   * @param situation What texts depend on.
   */
  constructor(bindings: Bindings, situation: CodeSituation) {
    this.#bindings = bindings;
    this.#situation = situation;
    this.#files = new PythonFiles(bindings, situation);
    this.#programs = new PythonPrograms(bindings, situation);
    this.#members = new PythonMembers(bindings);
    for (const name of bindings.read) this.#judged.add(name);
  }

  /**
   * Goes through the code.
   *
   * @param root Its tree.
   * @returns What it does.
   * @throws {Unproven} If something in it is not known to be harmless.
   */
  read(root: Node): CodeFindings {
    for (const target of this.#bindings.targets) this.#assertTarget(target);
    this.#assertUsed();
    this.#visit(root);
    this.#assertJudged(root);
    return {
      reads: this.#files.reads,
      writes: this.#files.writes,
      programs: this.#programs.started,
      documents: [],
      searches: this.#searches,
      packages: this.#bindings.packages,
      texts: this.#texts,
      loads: this.#bindings.imports.size > 0,
      asksMachine: this.#members.asksMachine,
    };
  }

  /**
   * Who loads what reaches the machine must say what for; in a file, such a
   * line is often left over.
   */
  #assertUsed(): void {
    const { imports, uses, read } = this.#bindings;
    for (const [name, { module }] of imports) {
      if (!Object.hasOwn(systemModules, module)) continue;
      const used = uses.get(name)?.some((use) => !read.has(use));
      if (!used && this.#situation.file === undefined) {
        throw new Unproven(`loads ${module} without saying what for`);
      }
      this.#members.asksMachine = true;
    }
  }

  /** No name of the code may have been passed over. */
  #assertJudged(node: Node): void {
    if (/^(VariableName|PropertyName)$/.test(node.kind)) {
      if (!this.#judged.has(node)) {
        throw new Unproven(`uses ${node.text} oddly`);
      }
    }
    for (const child of node.children) this.#assertJudged(child);
  }

  #visit(node: Node): void {
    switch (node.kind) {
      case "ImportStatement":
      case "ScopeStatement":
        return;
      case "VariableName":
        return this.#visitName(node);
      case "MemberExpression":
        return this.#visitMember(node);
      case "CallExpression":
        return this.#visitCall(node);
      case "Decorator":
        return this.#visitDecorator(node);
      case "String":
      case "FormatString":
        this.#takeText(node);
        break;
      case "DeleteStatement":
        for (const child of node.children) this.#assertTarget(child);
        break;
      case "ClassDefinition":
        this.#assertClass(node);
        break;
      default:
        if (harmlessLeaves.has(node.kind)) return;
        if (!knownNodes.has(node.kind)) {
          throw new Unproven(`uses ${node.text.slice(0, 40)}`);
        }
    }
    for (const child of node.children) this.#visit(child);
  }

  #visitName(node: Node): void {
    if (this.#judged.has(node)) return;
    this.#judged.add(node);
    const name = node.text;
    const imported = this.#bindings.imports.get(name);
    if (imported !== undefined) {
      if (imported.foreign) {
        return this.#members.assertTame(imported.member ?? name);
      }
      if (imported.member === undefined) {
        throw new Unproven(`hands out the module ${imported.module}`);
      }
      return this.#members.assertMember(memberOf(node, this.#bindings)!, false);
    }
    if (/^__(name|doc|file)__$/.test(name)) return;
    if (
      refusedBuiltins.has(name) || specialBuiltins.has(name) ||
      /^__.*__$/.test(name)
    ) {
      throw new Unproven(`uses ${name}`);
    }
    if (this.#bindings.values.has(name)) {
      if (this.#files.holdsPath(name) && !isShown(node, this.#bindings)) {
        throw new Unproven("hands out a path");
      }
      return;
    }
    if (harmlessBuiltins.has(name)) return;
    throw new Unproven(`uses ${name}, which is not known`);
  }

  #visitMember(node: Node): void {
    const [of, , property] = node.children;
    if (property?.kind !== "PropertyName") {
      for (const child of node.children) this.#visit(child);
      return;
    }
    const member = memberOf(node, this.#bindings);
    if (member !== undefined && !this.#isValue(of!)) {
      this.#judgeChain(node);
      return this.#members.assertMember(member, isSeen(node, this.#bindings));
    }
    this.#judged.add(property);
    if (this.#files.pathOf(of!) !== undefined) {
      if (!pathTexts.has(property.text)) {
        throw new Unproven(`uses ${property.text} of a path`);
      }
      return this.#visitPath(of!);
    }
    this.#visit(of!);
    const plain = kindOf(of, this.#bindings) !== undefined;
    this.#members.assertAttribute(property.text, plain);
  }

  /** Whether an expression is something in a module, not a module. */
  #isValue(node: Node): boolean {
    const member = memberOf(node, this.#bindings);
    return member === undefined || !isModule(member);
  }

  #judgeChain(node: Node): void {
    this.#judged.add(node);
    for (const child of node.children) this.#judgeChain(child);
  }

  #visitCall(node: Node): void {
    const [callee, list] = node.children;
    if (callee === undefined || list?.kind !== "ArgList") {
      throw new Unproven("calls something oddly");
    }
    const given = argumentsOf(list);
    if (callee.kind === "VariableName" && !this.#judged.has(callee)) {
      switch (callee.text) {
        case "open":
          this.#judged.add(callee);
          this.#files.useFunction(given, list, "opens");
          return this.#visit(list);
        case "getattr":
        case "hasattr":
          this.#judged.add(callee);
          return this.#visitGetattr(callee.text, given, list);
        case "file":
          throw new Unproven("opens a file");
      }
    }
    const member = calledMember(node, this.#bindings);
    if (member === "sys.path.insert" || member === "sys.path.append") {
      this.#judgeChain(callee);
      return this.#visitSearch(given, list);
    }
    if (member !== undefined && Object.hasOwn(pathFunctions, member)) {
      this.#judgeChain(callee);
      if (!member.startsWith("io.")) this.#members.asksMachine = true;
      this.#files.useFunction(given, list, pathFunctions[member]!);
      return this.#visit(list);
    }
    if (member !== undefined && this.#isProgram(member, given)) {
      this.#judgeChain(callee);
      this.#members.asksMachine = true;
      return this.#visit(list);
    }
    if (member !== undefined && guardedFunctions.has(member)) {
      this.#judgeChain(callee);
      assertGuarded(member, given, this.#bindings, this.#situation);
      this.#members.asksMachine = true;
      return this.#visit(list);
    }
    if (member !== undefined && member.startsWith("inspect.")) {
      if (given.length !== 1 || given[0]!.name !== undefined) {
        throw new Unproven(`calls ${member} oddly`);
      }
    }
    const property = callee.children.at(-1);
    if (callee.kind === "MemberExpression" && property !== undefined) {
      const path = this.#files.pathOf(callee.children[0]!);
      if (path !== undefined && Object.hasOwn(pathMethods, property.text)) {
        this.#judged.add(property);
        this.#visitPath(callee.children[0]!);
        this.#files.useMethod(path, property.text, given, list);
        return this.#visit(list);
      }
      if (
        drawingMethods.has(property.text) && this.#bindings.packages.length > 0
      ) {
        this.#judged.add(property);
        this.#visit(callee.children[0]!);
        if (kindOf(given[0]?.value, this.#bindings) !== "file") {
          this.#files.useDrawing(given);
        }
        return this.#visit(list);
      }
      if (property.text === "format" && formatsPlainly(callee.children[0]!)) {
        this.#judged.add(property);
        this.#visit(callee.children[0]!);
        return this.#visit(list);
      }
    }
    if (this.#files.pathOf(node) !== undefined) {
      const kept = node.parent?.kind === "AssignStatement" &&
        [...this.#bindings.values.values()].some((values) =>
          values.length === 1 && values[0] === node
        );
      if (!kept && !isShown(node, this.#bindings)) {
        throw new Unproven("hands out a path");
      }
      return this.#visitPath(node);
    }
    this.#visit(callee);
    this.#visit(list);
  }

  /** Only a file may start programs; a line can do that without Python. */
  #isProgram(member: string, given: readonly Argument[]): boolean {
    if (this.#situation.file === undefined) return false;
    if (Object.hasOwn(programFunctions, member)) {
      this.#programs.useFiles(member, given);
      return true;
    }
    if (!startingFunctions.has(member)) return false;
    this.#programs.start(given);
    return true;
  }

  #visitPath(node: Node): void {
    this.#members.asksMachine = true;
    this.#judgeChain(node);
  }

  #visitGetattr(
    called: string,
    given: readonly Argument[],
    list: Node,
  ): void {
    const [of, name] = given;
    const text = name === undefined ? undefined : literalOf(name.value);
    const plain = given.length <= 3 &&
      given.every(({ name, starred }) => name === undefined && !starred);
    if (!plain || text === undefined) {
      throw new Unproven(`uses ${called} oddly`);
    }
    const module = memberOf(of!.value, this.#bindings);
    if (module !== undefined && isModule(module)) {
      this.#judgeChain(of!.value);
      if (called === "getattr") {
        this.#members.assertMember(`${module}.${text}`, false);
      }
      for (const one of given.slice(1)) this.#visit(one.value);
      return;
    }
    if (called === "getattr") this.#members.assertAttribute(text);
    this.#visit(list);
  }

  #visitSearch(given: readonly Argument[], list: Node): void {
    const folder = given.at(-1);
    const texts = folder === undefined || folder.starred
      ? undefined
      : textsOf(folder.value, this.#bindings, this.#situation);
    if (texts === undefined) {
      throw new Unproven("looks for modules in a folder that is not known");
    }
    this.#searches.push(...texts.map((text) => text || "."));
    this.#members.foreign = true;
    this.#visit(list);
  }

  #visitDecorator(node: Node): void {
    const [, first, ...rest] = node.children;
    if (first?.kind !== "VariableName") throw new Unproven("decorates oddly");
    const list = rest.find((child) => child.kind === "ArgList");
    const names = rest.filter((child) => child.kind === "VariableName");
    const imported = this.#bindings.imports.get(first.text);
    if (imported !== undefined && !imported.foreign && names.length > 0) {
      this.#judged.add(first);
      for (const name of names) this.#judged.add(name);
      const path = [imported.module, ...names.map(({ text }) => text)];
      this.#members.assertMember(path.join("."), false);
    } else {
      this.#visitName(first);
      for (const name of names) {
        this.#judged.add(name);
        this.#members.assertAttribute(name.text);
      }
    }
    if (list !== undefined) this.#visit(list);
  }

  /** A module must not be changed, nor what it holds. */
  #assertTarget(target: Node): void {
    if (/^(Tuple|Array|Parenthesized)Expression$/.test(target.kind)) {
      for (const child of target.children) this.#assertTarget(child);
    }
    if (target.kind !== "MemberExpression") return;
    const member = memberOf(target.children[0]!, this.#bindings);
    if (member !== undefined) throw new Unproven(`changes ${member}`);
  }

  #assertClass(node: Node): void {
    const list = node.children.find((child) => child.kind === "ArgList");
    for (const { name, starred } of list ? argumentsOf(list) : []) {
      if (name !== undefined || starred) {
        throw new Unproven("makes a class oddly");
      }
    }
  }

  /** What is only printed is given to nobody. */
  #takeText(node: Node): void {
    if (isPrinted(node, this.#bindings)) return;
    this.#texts.push(
      node.text.replace(/^\w*(?:"""|'''|"|')|(?:"""|'''|"|')$/g, ""),
    );
    if (this.#bindings.packages.length > 0 && reachingText.test(node.text)) {
      throw new Unproven("hands a text to a package that may run it");
    }
  }
}
