import { type Argument, argumentsOf } from "./python_arguments.ts";
import { type CodeFindings, type CodeSituation, Unproven } from "./findings.ts";
import type { Bindings } from "./python_bindings.ts";
import { calledMember, literalOf, textsOf } from "./python_texts.ts";
import type { Node } from "./python_tree.ts";
import { pathMethods, type PathUse } from "./tables/python_modules.ts";

/** Collects which files a piece of Python reads and writes. */
export class PythonFiles {
  /** What it reads. */
  readonly reads: CodeFindings["reads"][number][] = [];
  /** What it writes. */
  readonly writes: string[] = [];
  readonly #bindings: Bindings;
  readonly #situation: CodeSituation;

  /**
   * Starts with nothing.
   *
   * @param bindings What names stand for.
   * @param situation What else texts depend on.
   */
  constructor(bindings: Bindings, situation: CodeSituation) {
    this.#bindings = bindings;
    this.#situation = situation;
  }

  /**
   * Whether a name may stand for a path of `pathlib`.
   *
   * @param name The name.
   * @returns Whether it is given one anywhere.
   */
  holdsPath(name: string): boolean {
    return this.#bindings.values.get(name)!.some((value) =>
      value?.kind === "CallExpression" &&
      calledMember(value, this.#bindings) === "pathlib.Path"
    );
  }

  /**
   * The texts of a path of `pathlib`.
   *
   * @param node An expression.
   * @returns The texts, `undefined` if it is no such path.
   * @throws {Unproven} If it is one that is not known.
   */
  pathOf(node: Node): readonly string[] | undefined {
    if (node.kind === "VariableName") {
      const values = this.#bindings.values.get(node.text);
      const [value] = values ?? [];
      return values?.length === 1 && value?.kind === "CallExpression"
        ? this.pathOf(value)
        : undefined;
    }
    if (node.kind !== "CallExpression") return undefined;
    if (calledMember(node, this.#bindings) !== "pathlib.Path") return undefined;
    const given = argumentsOf(node.children[1]!);
    const known = given.length === 1 && given[0]!.name === undefined
      ? textsOf(given[0]!.value, this.#bindings, this.#situation)
      : undefined;
    if (known === undefined) {
      throw new Unproven("names a path that is not known");
    }
    return known;
  }

  /**
   * Notes what a method of a path does.
   *
   * @param paths The path's texts.
   * @param method The method, which {@linkcode pathMethods} holds.
   * @param given What it is given.
   * @param list The same with its parentheses.
   */
  useMethod(
    paths: readonly string[],
    method: string,
    given: readonly Argument[],
    list: Node,
  ): void {
    const use = pathMethods[method]!;
    if (use === "opens") this.#open(paths, given[0], list);
    else if (use === "writes") this.writes.push(...paths);
    else this.#look(paths, use);
  }

  /**
   * Notes what a function does with the path that it is given.
   *
   * @param given What it is given.
   * @param list The same with its parentheses.
   * @param use What it does.
   * @throws {Unproven} If the path or what happens with it is not known.
   */
  useFunction(given: readonly Argument[], list: Node, use: PathUse): void {
    const [first, second] = given;
    if (given.some(({ starred }) => starred)) {
      throw new Unproven("opens a file that is not known");
    }
    const odd = given.some(({ name }, index) =>
      name === undefined ? index > 1 : index === 0 ||
        !/^(mode|encoding|errors|newline|recursive|exist_ok)$/.test(name)
    );
    if (odd) throw new Unproven("opens a file oddly");
    const walksHere = use === "names" && given.length === 0;
    const paths = walksHere
      ? ["."]
      : textsOf(first?.value, this.#bindings, this.#situation);
    if (paths === undefined) {
      throw new Unproven("opens a file that is not known");
    }
    if (use === "opens") {
      this.#open(paths, second, list);
    } else if (use === "writes") {
      this.writes.push(...paths);
    } else {
      this.#look(paths.map(beforeGlob), use);
    }
  }

  /**
   * Notes that a picture is drawn into a file.
   *
   * @param given What the method is given.
   * @throws {Unproven} If the file is not known.
   */
  useDrawing(given: readonly Argument[]): void {
    const [first] = given;
    const paths = first?.name === undefined && !given.some((one) => one.starred)
      ? textsOf(first?.value, this.#bindings, this.#situation)
      : undefined;
    // Without an ending, it would get one.
    if (!paths?.every((path) => /\.(png|svg|pdf|jpe?g|eps|ps)$/.test(path))) {
      throw new Unproven("draws into a file that is not known");
    }
    this.writes.push(...paths);
  }

  #open(
    paths: readonly string[],
    second: Argument | undefined,
    list: Node,
  ): void {
    const named = argumentsOf(list).find(({ name }) => name === "mode");
    const chosen = named ?? (second?.name === undefined ? second : undefined);
    const mode = chosen === undefined ? "r" : literalOf(chosen.value);
    if (mode === undefined || !/^[rwaxbt+]{1,3}$/.test(mode)) {
      throw new Unproven("opens a file in a way that is not known");
    }
    const writes = /[wax+]/.test(mode);
    if (!writes || mode.includes("+")) this.#look(paths, "content");
    if (writes) this.writes.push(...paths);
  }

  #look(paths: readonly string[], how: "content" | "names"): void {
    for (const path of paths) this.reads.push({ path, how });
  }
}

/** The folder that a pattern of `glob` starts from. */
function beforeGlob(path: string): string {
  return path.replace(/[^/]*[*?[].*$/s, "") || ".";
}
