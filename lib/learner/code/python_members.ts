import { Unproven } from "./findings.ts";
import type { Bindings } from "./python_bindings.ts";
import { holds, soundsReaching } from "./reaching.ts";
import {
  calculatingPackages,
  pathMethods,
  pureModules,
  systemModules,
} from "./tables/python_modules.ts";
import {
  harmlessAttributes,
  harmlessDunders,
  leadingAttributes,
  libraryModules,
} from "./tables/python_names.ts";

/** Judges what a piece of Python takes from modules and objects. */
export class PythonMembers {
  /** Whether it asks about the machine it runs on. */
  asksMachine = false;
  /** Whether code of others runs, whose objects have any attributes. */
  foreign: boolean;
  readonly #bindings: Bindings;
  readonly #calculates: boolean;

  /**
   * Starts with what the names stand for.
   *
   * @param bindings The names.
   */
  constructor(bindings: Bindings) {
    this.#bindings = bindings;
    this.foreign = bindings.packages.length > 0;
    this.#calculates = this.foreign &&
      bindings.packages.every((name) => calculatingPackages.has(name));
  }

  /**
   * What is taken from a module must be known; functions of paths are called.
   *
   * @param member Its full name.
   * @param seen Whether nobody holds on to it.
   * @throws {Unproven} If it is not known to be harmless.
   */
  assertMember(member: string, seen: boolean): void {
    const dot = member.lastIndexOf(".");
    const module = member.slice(0, dot);
    const name = member.slice(dot + 1);
    if (member === "sys.argv" && !seen) {
      throw new Unproven("hands out what it was given");
    }
    if (holds(pureModules, module, name)) return;
    if (holds(systemModules, module, name)) {
      this.asksMachine = true;
      return;
    }
    // Whoever holds the list could change where modules are looked for.
    if (member === "sys.path" && seen) return;
    if (member === "sys.modules" || module === "") {
      throw new Unproven("hands out modules");
    }
    throw new Unproven(`uses ${member}`);
  }

  /**
   * What is taken from an object must lead nowhere.
   *
   * @param name The attribute.
   * @param plain Whether the object is a value of the language itself.
   * @throws {Unproven} If it is not known to be harmless.
   */
  assertAttribute(name: string, plain = false): void {
    if (/^__.*__$/.test(name)) {
      if (harmlessDunders.has(name)) return;
      throw new Unproven(`uses ${name}`);
    }
    if (harmlessAttributes.has(name) && (plain || !this.foreign)) return;
    if (leadingAttributes.test(name)) throw new Unproven(`uses ${name}`);
    if (/^assert[A-Z]\w*$/.test(name)) return;
    if (this.foreign) return this.assertTame(name);
    // Its own attributes are harmless, but others may have one of that name.
    const own = this.#bindings.attributes.has(name) &&
      !Object.hasOwn(pathMethods, name) && !libraryModules.has(name);
    if (!own) throw new Unproven(`uses ${name}, which is not known`);
  }

  /**
   * What belongs to a package of others must not sound like reaching out.
   *
   * @param name Its name.
   * @throws {Unproven} If it does.
   */
  assertTame(name: string): void {
    if (soundsReaching(name, this.#calculates)) {
      throw new Unproven(`uses ${name}`);
    }
  }
}

/**
 * Whether a name is one of a module of the tables, or of a package that holds
 * one.
 *
 * @param name The name.
 * @returns Whether it is.
 */
export function isModule(name: string): boolean {
  return modules.has(name);
}

const modules: ReadonlySet<string> = new Set(
  [...Object.keys(pureModules), ...Object.keys(systemModules)].flatMap((
    name,
  ) => [name, name.split(".")[0]!]),
);
