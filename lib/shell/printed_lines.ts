import type {
  Command,
  ParsedScript,
  SyntaxNode,
  Word as SyntaxWord,
} from "unbash";
import type { Word } from "./command.ts";
import type { Constant } from "./constants.ts";
import { namesPrintedBy } from "./printed_names.ts";
import {
  examples,
  filters,
  lineNumbers,
  type Looks,
  printers,
  singlers,
  trimmers,
} from "./output_table.ts";

/** A call whose output is looked at. */
export interface PrintingCall {
  /** The program. */
  readonly name: string;
  /** What follows it. */
  readonly words: readonly Word[];
  /** Whether its input is a file. */
  readonly fed: boolean;
}

/** What each line of an output is. */
export type Lines = readonly Constant[] | undefined;

/** Reads one word of a call. */
export type ReadWord = (word: SyntaxWord) => Word;

/**
 * Takes the only pipe of a script apart, if there is nothing else in it.
 *
 * @param script The script.
 * @returns Its parts, `undefined` if it holds anything else.
 */
export function onlyPipe(
  script: ParsedScript | undefined,
): readonly SyntaxNode[] | undefined {
  const [statement, ...others] = script?.commands ?? [];
  if (statement === undefined || others.length > 0) return undefined;
  if ((script?.errors?.length ?? 0) > 0 || statement.background === true) {
    return undefined;
  }
  const node = statement.command;
  if (node.type !== "Pipeline") return [node];
  const plain = node.prefixes.length === 0 &&
    node.operators.every((operator) => operator === "|");
  return plain ? node.commands : undefined;
}

/**
 * Reads a call of which only the output is of interest.
 *
 * @param node The call of the syntax tree.
 * @param read Reads one of its words.
 * @returns The call, `undefined` if its output may be another's as well.
 */
export function readPrintingCall(
  node: SyntaxNode,
  read: ReadWord,
): PrintingCall | undefined {
  if (node.type !== "Command" || node.prefix.length > 0) return undefined;
  if (node.name === undefined || node.name.parts !== undefined) {
    return undefined;
  }
  const words: Word[] = [];
  for (const word of node.args) {
    if (word.type !== "Word") return undefined;
    words.push(read(word));
  }
  const fed = node.redirects.some((one) => one.operator === "<");
  return onlyQuiet(node) ? { name: node.name.value, words, fed } : undefined;
}

/** Whether what is redirected does not reach the output. */
function onlyQuiet({ redirects }: Command): boolean {
  return redirects.every((one) =>
    one.type === "Redirect" &&
    (one.operator === "<" && one.descriptor === undefined ||
      one.operator === ">" && one.descriptor?.type === "FileDescriptor" &&
        one.descriptor.value === 2 && one.target?.text === "/dev/null")
  );
}

/**
 * What each line is that a pipe prints, if that is known.
 *
 * @param pipe The parts of the pipe.
 * @param read Reads one of their words.
 * @param zeros Whether a NUL ends each of them.
 * @returns Every value that a line may be.
 */
export function printedLines(
  pipe: readonly SyntaxNode[],
  read: ReadWord,
  zeros = false,
): Lines {
  if (zeros && pipe.length > 1) return undefined;
  let lines: Lines;
  let [numbered, single] = [false, false];
  for (const [index, node] of pipe.entries()) {
    const call = readPrintingCall(node, read);
    if (call === undefined || index > 0 && call.fed) return undefined;
    const text = textOf(call);
    const counts = isCount(call, index > 0);
    if (counts) lines = known({ line: "number", optional: "empty" });
    else if (index === 0) {
      lines = zeros ? undefined : looksOf(text);
      lines ??= namesPrintedBy(call, zeros);
      numbered = lines === undefined && isNumbering(call);
      single = numbered && call.words.some(isFirstOnly);
    } else if (/^wc -[lcwmL]$/.test(text ?? "")) {
      lines = known({ line: "number" });
    } else if (numbered && lineNumbers.test(text ?? "")) {
      lines = known({ line: "number", optional: "empty", several: true });
    } else if (isFilter(call, text)) {
      if (lines === undefined && !numbered) return undefined;
      single ||= singlers.test(text ?? "");
      continue;
    } else if (trimmers.test(text ?? "") && isPlain(lines)) continue;
    else return undefined;
    numbered &&= lines === undefined;
    if (lines === undefined && !numbered) return undefined;
  }
  return single ? lines?.map(({ several: _, ...line }) => line) : lines;
}

/** The words of a call with spaces between them, if all are known. */
function textOf({ name, words }: PrintingCall): string | undefined {
  const values = words.map(({ value }) => value);
  return values.includes(undefined) ? undefined : [name, ...values].join(" ");
}

function looksOf(text: string | undefined): Lines {
  if (text === undefined) return undefined;
  const [, looks] = printers.find(([call]) => call.test(text)) ?? [];
  return looks && known(looks);
}

function known(
  { line, optional, several = false }: Looks,
): readonly Constant[] {
  const like = line === "number" ? "number" : "name";
  const pattern = line === "path" ? undefined : "*";
  const when = optional === undefined ? {} : { optional };
  const text = examples[line];
  return [{ kind: "like", like, text, pattern, several, ...when }];
}

function isPlain(lines: Lines): boolean {
  return lines?.every(({ kind }) => kind === "like") ?? false;
}

/** Whether a call counts lines, and writes no names beside the number. */
function isCount({ name, words }: PrintingCall, piped: boolean): boolean {
  if (!/^[ef]?grep$/.test(name)) return false;
  const [flags, operands] = takenApart(words);
  return flags.some((flag) => flag.includes("c")) &&
    flags.every((flag) => /^-[civwxEFP]+$/.test(flag)) &&
    operands.length === (piped ? 1 : 2) && operands.every(isOneWord);
}

/** Whether a call puts the number of its line, and a colon, before each. */
function isNumbering({ name, words, fed }: PrintingCall): boolean {
  if (!/^[ef]?grep$/.test(name)) return false;
  const [flags, operands] = takenApart(words);
  // A name stands before the number where there may be several files, and
  // in the message about one that holds no text.
  return flags.some((flag) => flag.includes("n")) &&
    flags.every((flag) => /^-[nivwxoEFP]+$|^-n?m\d+$/.test(flag)) &&
    operands.length === (fed ? 1 : 2) && operands.every(isOneWord) &&
    (fed || /^[\w.][\w./-]*$/.test(operands[1]!.value ?? ""));
}

/** Whether a word says that only the first line that fits is printed. */
function isFirstOnly({ value }: Word): boolean {
  return /^-n?m1$/.test(value ?? "");
}

function isFilter(
  { name, words }: PrintingCall,
  text: string | undefined,
): boolean {
  if (/^[ef]?grep$/.test(name)) {
    const [flags, operands] = takenApart(words);
    return operands.length === 1 && operands.every(isOneWord) &&
      flags.every((flag) => /^-[ivwxEFP]+$/.test(flag));
  }
  return filters.some((filter) => filter.test(text ?? ""));
}

/** Flags that take nothing, and the rest. */
function takenApart(
  words: readonly Word[],
): readonly [readonly string[], readonly Word[]] {
  const flags = words.flatMap(({ value }) =>
    value?.startsWith("-") ? [value] : []
  );
  return [flags, words.filter(({ value }) => !value?.startsWith("-"))];
}

/** Whether a word is one for certain, and no flag. */
function isOneWord({ value, text, splits }: Word): boolean {
  return value !== undefined && !value.startsWith("-") ||
    splits !== true && value === undefined && /^"[^-$`]/.test(text);
}
