import { type StartedProgram, Unproven } from "./findings.ts";
import type { CodeSituation } from "./findings.ts";
import type { Argument } from "./python_arguments.ts";
import type { Bindings } from "./python_bindings.ts";
import { textsOf } from "./python_texts.ts";
import type { Node } from "./python_tree.ts";
import { isShown } from "./python_uses.ts";
import { programFunctions } from "./tables/python_modules.ts";

/** What may be said of how a program runs, besides what it is. */
const harmlessKeywords: ReadonlySet<string> = new Set(
  "capture_output check cwd encoding errors shell stderr stdout text timeout universal_newlines"
    .split(" "),
);

/** How many calls of programs one expression may stand for. */
const mostCalls = 20;

/** Collects the programs that a piece of Python starts. */
export class PythonPrograms {
  /** What it starts, or does in their place. */
  readonly started: StartedProgram[] = [];
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
   * Notes a call of a function that does what a program does with files.
   *
   * @param member The function, which {@linkcode programFunctions} holds.
   * @param given What it is given.
   * @throws {Unproven} If that is not known.
   */
  useFiles(member: string, given: readonly Argument[]): void {
    const program = programFunctions[member]!;
    const odd = given.some(({ name, starred }) =>
      starred || name !== undefined && name !== "ignore_errors"
    );
    const files = given.filter(({ name }) => name === undefined);
    const expected = /^(mv|cp)$/.test(program[0]!) ? 2 : 1;
    const texts = odd || files.length !== expected
      ? undefined
      : this.#product(files.map(({ value }) => value));
    if (texts === undefined) {
      throw new Unproven(`uses ${member} on files that are not known`);
    }
    for (const paths of texts) {
      const plain = paths.map((path) =>
        /^[-~]/.test(path) ? `./${path}` : path
      );
      this.started.push({ words: [...program, ...plain] });
    }
  }

  /**
   * Notes a call of a function that starts a program.
   *
   * @param given What it is given.
   * @throws {Unproven} If the program or how it runs is not known.
   */
  start(given: readonly Argument[]): void {
    const [first, ...rest] = given;
    const odd = first === undefined || first.name !== undefined ||
      given.some(({ starred }) => starred) ||
      rest.some(({ name }) => !harmlessKeywords.has(name ?? ""));
    if (odd) throw new Unproven("starts a program oddly");
    const named = (name: string) =>
      rest.find((one) => one.name === name)?.value;
    const shell = named("shell")?.text ?? "False";
    const folder = named("cwd");
    const folders = folder === undefined ? [] : this.#texts(folder);
    const lines = shell === "True"
      ? this.#texts(first.value)
      : shell === "False"
      ? this.#wordsOf(first.value)
      : undefined;
    if (lines === undefined || folders === undefined || folders.length > 1) {
      throw new Unproven("starts a program that is not known");
    }
    const [directory] = folders;
    for (const words of lines) {
      this.started.push({
        words,
        ...(directory !== undefined && { directory }),
      });
    }
  }

  #texts(node: Node): readonly string[] | undefined {
    return textsOf(node, this.#bindings, this.#situation);
  }

  /** A list of words, or a name that is given nothing else anywhere. */
  #wordsOf(node: Node): readonly (readonly string[])[] | undefined {
    if (node.kind === "VariableName") {
      const { values, uses, read, imports } = this.#bindings;
      const plainly = !imports.has(node.text) &&
        uses.get(node.text)?.every((use) =>
          read.has(use) || use === node || isShown(use, this.#bindings)
        );
      const lists = plainly ? values.get(node.text) : undefined;
      const all = lists?.map((list) =>
        list === undefined || list.kind === "VariableName"
          ? undefined
          : this.#wordsOf(list)
      );
      return all?.includes(undefined) === false
        ? all.flatMap((one) => one!)
        : undefined;
    }
    if (!/^(Array|Tuple)Expression$/.test(node.kind)) {
      return this.#texts(node)?.map((text) => [text]);
    }
    const items = node.children.filter((child) =>
      !/^[[\](),]$/.test(child.kind)
    );
    return items.length === 0 || items.some(({ kind }) => kind === "*")
      ? undefined
      : this.#product(items);
  }

  #product(nodes: readonly Node[]): readonly (readonly string[])[] | undefined {
    let all: string[][] = [[]];
    for (const node of nodes) {
      const texts = this.#texts(node);
      if (texts === undefined) return undefined;
      all = all.flatMap((before) => texts.map((text) => [...before, text]));
      if (all.length > mostCalls) return undefined;
    }
    return all;
  }
}
