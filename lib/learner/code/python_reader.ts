import { type CodeFindings, type CodeSituation, Unproven } from "./findings.ts";
import {
  type Argument,
  argumentsOf,
  formatsPlainly,
} from "./python_arguments.ts";
import { PythonFiles } from "./python_files.ts";
import { isSeen, isShown } from "./python_uses.ts";
import { type Bindings, specialBuiltins } from "./python_bindings.ts";
import { calledMember, literalOf, memberOf, textsOf } from "./python_texts.ts";
import type { Node } from "./python_tree.ts";
import { holds, soundsReaching } from "./reaching.ts";
import {
  pathFunctions,
  pathMethods,
  pathTexts,
  pureModules,
  systemModules,
} from "./tables/python_modules.ts";
import {
  harmlessAttributes,
  harmlessBuiltins,
  harmlessDunders,
  leadingAttributes,
  libraryModules,
  refusedBuiltins,
} from "./tables/python_names.ts";
import {
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
  readonly #searches: string[] = [];
  readonly #texts: string[] = [];
  #asksMachine = false;

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
    this.#assertUsed(root);
    this.#visit(root);
    this.#assertJudged(root);
    return {
      reads: this.#files.reads,
      writes: this.#files.writes,
      documents: [],
      searches: this.#searches,
      packages: this.#bindings.packages,
      texts: this.#texts,
      loads: this.#bindings.imports.size > 0,
      asksMachine: this.#asksMachine,
    };
  }

  get #foreign(): boolean {
    return this.#bindings.packages.length > 0 || this.#searches.length > 0;
  }

  /** Who loads what reaches the machine must say what for. */
  #assertUsed(root: Node): void {
    const used = new Set<string>();
    const collect = (node: Node): void => {
      if (node.kind === "VariableName" && !this.#bindings.read.has(node)) {
        used.add(node.text);
      }
      node.children.forEach(collect);
    };
    collect(root);
    for (const [name, { module }] of this.#bindings.imports) {
      if (Object.hasOwn(systemModules, module) && !used.has(name)) {
        throw new Unproven(`loads ${module} without saying what for`);
      }
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
        return this.#assertTame(imported.member ?? name);
      }
      if (imported.member === undefined) {
        throw new Unproven(`hands out the module ${imported.module}`);
      }
      return this.#assertMember(memberOf(node, this.#bindings)!, false);
    }
    if (name === "__name__" || name === "__doc__") return;
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
      return this.#assertMember(member, isSeen(node, this.#bindings));
    }
    this.#judged.add(property);
    if (this.#files.pathOf(of!) !== undefined) {
      if (!pathTexts.has(property.text)) {
        throw new Unproven(`uses ${property.text} of a path`);
      }
      return this.#visitPath(of!);
    }
    this.#visit(of!);
    this.#assertAttribute(property.text);
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

  /** What is taken from a module must be known; functions of paths are called. */
  #assertMember(member: string, seen: boolean): void {
    const dot = member.lastIndexOf(".");
    const module = member.slice(0, dot);
    const name = member.slice(dot + 1);
    if (member === "sys.argv" && !seen) {
      throw new Unproven("hands out what it was given");
    }
    if (holds(pureModules, module, name)) return;
    if (holds(systemModules, module, name)) {
      this.#asksMachine = true;
      return;
    }
    // Whoever holds the list could change where modules are looked for.
    if (member === "sys.path" && seen) return;
    if (member === "sys.modules" || module === "") {
      throw new Unproven("hands out modules");
    }
    throw new Unproven(`uses ${member}`);
  }

  #assertAttribute(name: string): void {
    if (/^__.*__$/.test(name)) {
      if (harmlessDunders.has(name)) return;
      throw new Unproven(`uses ${name}`);
    }
    if (harmlessAttributes.has(name) && !this.#foreign) return;
    if (leadingAttributes.test(name)) throw new Unproven(`uses ${name}`);
    if (this.#foreign) return this.#assertTame(name);
    // Its own attributes are harmless, but others may have one of that name.
    const own = this.#bindings.attributes.has(name) &&
      !Object.hasOwn(pathMethods, name) && !libraryModules.has(name);
    if (!own) throw new Unproven(`uses ${name}, which is not known`);
  }

  /** What belongs to a package of others must not sound like reaching out. */
  #assertTame(name: string): void {
    if (soundsReaching(name)) throw new Unproven(`uses ${name}`);
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
      if (!member.startsWith("io.")) this.#asksMachine = true;
      this.#files.useFunction(given, list, pathFunctions[member]!);
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

  #visitPath(node: Node): void {
    this.#asksMachine = true;
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
      if (called === "getattr") this.#assertMember(`${module}.${text}`, false);
      for (const one of given.slice(1)) this.#visit(one.value);
      return;
    }
    if (called === "getattr") this.#assertAttribute(text);
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
      this.#assertMember(path.join("."), false);
    } else {
      this.#visitName(first);
      for (const name of names) {
        this.#judged.add(name);
        this.#assertAttribute(name.text);
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

  #takeText(node: Node): void {
    this.#texts.push(
      node.text.replace(/^\w*(?:"""|'''|"|')|(?:"""|'''|"|')$/g, ""),
    );
    if (this.#bindings.packages.length > 0 && reachingText.test(node.text)) {
      throw new Unproven("hands a text to a package that may run it");
    }
  }
}

/** The modules of the tables, and the packages that hold them. */
const modules: ReadonlySet<string> = new Set(
  [...Object.keys(pureModules), ...Object.keys(systemModules)].flatMap((
    name,
  ) => [name, name.split(".")[0]!]),
);

function isModule(name: string): boolean {
  return modules.has(name);
}
