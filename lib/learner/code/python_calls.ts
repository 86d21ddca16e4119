import { type CodeSituation, Unproven } from "./findings.ts";
import {
  type Argument,
  argumentsOf,
  formatsPlainly,
} from "./python_arguments.ts";
import type { Bindings } from "./python_bindings.ts";
import { assertGuarded } from "./python_guarded.ts";
import { kindOf } from "./python_kinds.ts";
import { isModule } from "./python_members.ts";
import { PythonNames } from "./python_names.ts";
import { PythonPrograms } from "./python_programs.ts";
import { calledMember, literalOf, memberOf, textsOf } from "./python_texts.ts";
import type { Node } from "./python_tree.ts";
import { isShown } from "./python_uses.ts";
import { drawingMethods } from "./tables/python_grammar.ts";
import {
  guardedFunctions,
  pathFunctions,
  pathMethods,
  programFunctions,
  startingFunctions,
} from "./tables/python_modules.ts";

/** Judges what a piece of Python calls. */
export abstract class PythonCalls extends PythonNames {
  /** What programs are started. */
  protected readonly programs: PythonPrograms;
  /** The folders in which packages are looked for first. */
  protected readonly searches: string[] = [];

  /**
   * Starts with what the names stand for.
   *
   * @param bindings The names.
   * @param situation What texts depend on.
   */
  constructor(bindings: Bindings, situation: CodeSituation) {
    super(bindings, situation);
    this.programs = new PythonPrograms(bindings, situation);
  }

  /**
   * Judges a call.
   *
   * @param node The call.
   * @throws {Unproven} If it is not known to be harmless.
   */
  protected visitCall(node: Node): void {
    const [callee, list] = node.children;
    if (callee === undefined || list?.kind !== "ArgList") {
      throw new Unproven("calls something oddly");
    }
    const given = argumentsOf(list);
    const member = calledMember(node, this.bindings);
    if (
      this.#visitBuiltin(callee, given, list) ||
      member !== undefined &&
        this.#visitFunction(member, callee, given, list) ||
      this.#visitMethod(callee, given, list)
    ) {
      return;
    }
    if (this.files.pathOf(node) !== undefined) {
      const kept = node.parent?.kind === "AssignStatement" &&
        [...this.bindings.values.values()].some((values) =>
          values.length === 1 && values[0] === node
        );
      if (!kept && !isShown(node, this.bindings)) {
        throw new Unproven("hands out a path");
      }
      return this.visitPath(node);
    }
    this.visit(callee);
    this.visit(list);
  }

  /** `open(…)`, and what finds attributes by their names. */
  #visitBuiltin(
    callee: Node,
    given: readonly Argument[],
    list: Node,
  ): boolean {
    if (callee.kind !== "VariableName" || this.judged.has(callee)) return false;
    switch (callee.text) {
      case "open":
        this.judged.add(callee);
        this.files.useFunction(given, list, "opens");
        this.visit(list);
        return true;
      case "getattr":
      case "hasattr":
        this.judged.add(callee);
        this.#visitGetattr(callee.text, given, list);
        return true;
      case "file":
        throw new Unproven("opens a file");
      default:
        return false;
    }
  }

  /** A function of the library that is looked at when it is called. */
  #visitFunction(
    member: string,
    callee: Node,
    given: readonly Argument[],
    list: Node,
  ): boolean {
    if (member === "sys.path.insert" || member === "sys.path.append") {
      this.judgeChain(callee);
      this.#visitSearch(given, list);
      return true;
    }
    if (Object.hasOwn(pathFunctions, member)) {
      this.files.useFunction(given, list, pathFunctions[member]!);
    } else if (guardedFunctions.has(member)) {
      assertGuarded(member, given, this.bindings, this.situation);
    } else if (!this.#isProgram(member, given)) {
      const odd = given.length !== 1 || given[0]!.name !== undefined;
      if (member.startsWith("inspect.") && odd) {
        throw new Unproven(`calls ${member} oddly`);
      }
      return false;
    }
    this.judgeChain(callee);
    if (!member.startsWith("io.")) this.members.asksMachine = true;
    this.visit(list);
    return true;
  }

  /** A method of a path, one that draws, or `format`. */
  #visitMethod(
    callee: Node,
    given: readonly Argument[],
    list: Node,
  ): boolean {
    const [of] = callee.children;
    const property = callee.children.at(-1);
    if (callee.kind !== "MemberExpression" || property === undefined) {
      return false;
    }
    const path = this.files.pathOf(of!);
    if (path !== undefined && Object.hasOwn(pathMethods, property.text)) {
      this.visitPath(of!);
      this.files.useMethod(path, property.text, given, list);
    } else if (
      drawingMethods.has(property.text) && this.bindings.packages.length > 0
    ) {
      this.visit(of!);
      if (kindOf(given[0]?.value, this.bindings) !== "file") {
        this.files.useDrawing(given);
      }
    } else if (property.text === "format" && formatsPlainly(of!)) {
      this.visit(of!);
    } else {
      return false;
    }
    this.judged.add(property);
    this.visit(list);
    return true;
  }

  /**
   * Judges a decorator, which calls what it names.
   *
   * @param node The decorator.
   * @throws {Unproven} If it is not known to be harmless.
   */
  protected visitDecorator(node: Node): void {
    const [, first, ...rest] = node.children;
    if (first?.kind !== "VariableName") throw new Unproven("decorates oddly");
    const list = rest.find((child) => child.kind === "ArgList");
    const names = rest.filter((child) => child.kind === "VariableName");
    const imported = this.bindings.imports.get(first.text);
    if (imported !== undefined && !imported.foreign && names.length > 0) {
      this.judged.add(first);
      for (const name of names) this.judged.add(name);
      const path = [imported.module, ...names.map(({ text }) => text)];
      this.members.assertMember(path.join("."), false);
    } else {
      this.visitName(first);
      for (const name of names) {
        this.judged.add(name);
        this.members.assertAttribute(name.text);
      }
    }
    if (list !== undefined) this.visit(list);
  }

  /** Only a file may start programs; a line can do that without Python. */
  #isProgram(member: string, given: readonly Argument[]): boolean {
    if (this.situation.file === undefined) return false;
    if (Object.hasOwn(programFunctions, member)) {
      this.programs.useFiles(member, given);
      return true;
    }
    if (!startingFunctions.has(member)) return false;
    this.programs.start(given);
    return true;
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
    const module = memberOf(of!.value, this.bindings);
    if (module !== undefined && isModule(module)) {
      this.judgeChain(of!.value);
      if (called === "getattr") {
        this.members.assertMember(`${module}.${text}`, false);
      }
      for (const one of given.slice(1)) this.visit(one.value);
      return;
    }
    if (called === "getattr") this.members.assertAttribute(text);
    this.visit(list);
  }

  #visitSearch(given: readonly Argument[], list: Node): void {
    const folder = given.at(-1);
    const texts = folder === undefined || folder.starred
      ? undefined
      : textsOf(folder.value, this.bindings, this.situation);
    if (texts === undefined) {
      throw new Unproven("looks for modules in a folder that is not known");
    }
    this.searches.push(...texts.map((text) => text || "."));
    this.members.foreign = true;
    this.visit(list);
  }
}
