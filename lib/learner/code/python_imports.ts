import { Unproven } from "./findings.ts";
import type { Node } from "./python_tree.ts";
import { holds, soundsReaching } from "./reaching.ts";
import {
  calculatingPackages,
  guardedFunctions,
  pathFunctions,
  programFunctions,
  pureModules,
  reachingPackages,
  startingFunctions,
  systemModules,
} from "./tables/python_modules.ts";
import {
  libraryModules,
  refusedBuiltins,
  specialBuiltins,
} from "./tables/python_names.ts";

/** What an imported name stands for. */
export interface Imported {
  /** The module, such as `os.path`. */
  readonly module: string;
  /** The name in the module, if it is not the module itself. */
  readonly member: string | undefined;
  /** Whether the language does not bring the module along. */
  readonly foreign: boolean;
}

/** Collects what a piece of Python imports. */
export class PythonImports {
  /** What the names stand for. */
  readonly names = new Map<string, Imported>();
  /** Packages that the language does not bring along. */
  readonly packages = new Set<string>();
  /** Packages of which everything is imported. */
  readonly whole: string[] = [];

  /**
   * Reads an import.
   *
   * @param words Its words, in order.
   * @throws {Unproven} If something is imported that must not be.
   */
  read(words: readonly Node[]): void {
    const texts = words.map((word) => word.text).filter((text) =>
      text !== "(" && text !== ")"
    );
    if (texts[0] === "import") {
      for (const one of splitAt(texts.slice(1))) {
        const { path, alias } = readName(one);
        const root = path.split(".")[0]!;
        if (alias === undefined) this.give(root, path, undefined, root);
        else this.give(alias, path, undefined, path);
      }
      return;
    }
    const middle = texts.indexOf("import");
    if (texts[0] !== "from" || middle < 0) throw new Unproven("imports oddly");
    const { path } = readName(texts.slice(1, middle));
    if (texts.slice(middle + 1).join(" ") === "*") {
      if (libraryModules.has(path.split(".")[0]!)) {
        throw new Unproven("imports *");
      }
      this.give("*", path, "*", path);
      this.whole.push(path);
      return;
    }
    for (const one of splitAt(texts.slice(middle + 1))) {
      const { path: member, alias } = readName(one);
      if (member.includes(".")) throw new Unproven("imports oddly");
      this.give(alias ?? member, path, member, path);
    }
  }

  /**
   * Notes what a name stands for.
   *
   * @param name The name.
   * @param path The module that is loaded.
   * @param member What is taken from it, if it is not the module itself.
   * @param module The module that the name leads to.
   * @throws {Unproven} If that must not be.
   */
  give(
    name: string,
    path: string,
    member: string | undefined,
    module: string,
  ): void {
    const root = path.split(".")[0]!;
    const known = Object.hasOwn(pureModules, path) ||
      Object.hasOwn(systemModules, path);
    const foreign = !known && !libraryModules.has(root);
    if (foreign) this.#assertPackage(root, path, member);
    else if (!known) throw new Unproven(`uses the module ${path}`);
    if (
      refusedBuiltins.has(name) || specialBuiltins.has(name) ||
      /^__.*__$/.test(name) && path !== "__future__"
    ) {
      throw new Unproven(`gives ${name} another meaning`);
    }
    // `from os import path` gives a module.
    const inner = `${module}.${member}`;
    const isModule = member !== undefined &&
      (Object.hasOwn(pureModules, inner) ||
        Object.hasOwn(systemModules, inner));
    const imported: Imported = isModule
      ? { module: inner, member: undefined, foreign }
      : { module, member, foreign };
    if (!foreign && imported.member !== undefined) {
      if (!isKnownMember(module, imported.member)) {
        throw new Unproven(`uses ${module}.${member}`);
      }
    }
    const before = this.names.get(name);
    this.names.set(
      name,
      before === undefined ? imported : eitherOf(name, before, imported),
    );
  }

  #assertPackage(
    root: string,
    path: string,
    member: string | undefined,
  ): void {
    const odd = /^_|__$|\.__/.test(path) ||
      reachingPackages.has(root.toLowerCase());
    if (odd) throw new Unproven(`uses the package ${root}`);
    const calculates = calculatingPackages.has(root);
    const reaching = [
      ...path.split("."),
      ...member === undefined ? [] : [member],
    ]
      .find((name) => soundsReaching(name, calculates));
    if (reaching !== undefined) throw new Unproven(`uses ${reaching}`);
    this.packages.add(root);
  }
}

function isKnownMember(module: string, member: string): boolean {
  const name = `${module}.${member}`;
  return holds(pureModules, module, member) ||
    holds(systemModules, module, member) ||
    Object.hasOwn(pathFunctions, name) ||
    Object.hasOwn(programFunctions, name) ||
    startingFunctions.has(name) || guardedFunctions.has(name) ||
    name === "pathlib.Path";
}

/**
 * What a name stands for that is imported twice: `try` one module, `except`
 * take the same from another. What a package of others gives is held back
 * more than what only calculates.
 */
function eitherOf(name: string, before: Imported, now: Imported): Imported {
  const same = before.module === now.module && before.member === now.member;
  if (same) return now;
  const plain = (one: Imported) =>
    one.member !== undefined &&
    (one.foreign || holds(pureModules, one.module, one.member));
  if (
    plain(before) && plain(now) && before.member === now.member &&
    (before.foreign || now.foreign)
  ) {
    return before.foreign ? before : now;
  }
  throw new Unproven(`gives ${name} another meaning`);
}

function splitAt(texts: readonly string[]): string[][] {
  const lists: string[][] = [[]];
  for (const text of texts) {
    if (text === ",") lists.push([]);
    else lists.at(-1)!.push(text);
  }
  return lists.filter((list) => list.length > 0);
}

function readName(
  texts: readonly string[],
): { path: string; alias: string | undefined } {
  const as = texts.indexOf("as");
  const path = (as < 0 ? texts : texts.slice(0, as)).join("");
  const alias = as < 0 ? undefined : texts[as + 1];
  if (!/^[A-Za-z_]\w*(\.[A-Za-z_]\w*)*$/.test(path)) {
    throw new Unproven(`imports ${path}`);
  }
  return { path, alias };
}
