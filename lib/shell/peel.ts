import type { Assignment, Word } from "./command.ts";
import { makeWord } from "./words.ts";
import { type Wrapper, wrappers } from "./wrapper_table.ts";

/** What is inside a program that runs another. */
export type Peeled =
  /** It runs no other program. */
  | { readonly kind: "plain" }
  /** It may, but which one its words do not tell. */
  | { readonly kind: "refused"; readonly reason: string }
  /** The program it runs. */
  | {
    readonly kind: "payload";
    readonly name: Word;
    readonly arguments: readonly Word[];
    readonly assignments: readonly Assignment[];
    readonly directory: Word | undefined;
    /** Whether it runs in the shell itself. */
    readonly inside: boolean;
    /** Whether it does not get the wrapper's input. */
    readonly detached: boolean;
  };

const plain: Peeled = { kind: "plain" };

/**
 * Finds the program that a wrapper such as `timeout` or `env` runs.
 *
 * @param program The wrapper's name.
 * @param words What follows it.
 * @returns The payload, or why it cannot be told.
 */
export function peel(program: string, words: readonly Word[]): Peeled {
  const wrapper = wrappers.get(program);
  if (wrapper === undefined) return plain;
  const split = wrapper.split === undefined
    ? words
    : splitFirst(wrapper.split, words);
  const options = readOptions(wrapper, split);
  if (options === undefined) {
    return { kind: "refused", reason: `options of ${program}` };
  }
  if (options.idle) return plain;
  const rest = split.slice(options.end);
  const assignments: Assignment[] = [];
  while (wrapper.assigns === true && rest.length > 0) {
    const assignment = assignmentOf(rest[0]!);
    if (assignment === undefined) break;
    assignments.push(assignment);
    rest.shift();
  }
  if (wrapper.operand !== undefined && rest.length > 0) {
    const operand = rest.shift()?.value;
    if (operand === undefined || !wrapper.operand.test(operand)) {
      return { kind: "refused", reason: `operands of ${program}` };
    }
  }
  const [name, ...parameters] = rest;
  if (name === undefined) return plain;
  return {
    kind: "payload",
    name: replace(name, options.placeholder),
    arguments: wrapper.appends === true
      ? fromInput(parameters, options.placeholder)
      : parameters,
    assignments,
    directory: options.directory,
    inside: wrapper.builtin === true,
    detached: wrapper.appends === true,
  };
}

/** The words with those that the first one holds in their places. */
function splitFirst(pattern: RegExp, words: readonly Word[]): readonly Word[] {
  const [first, second, ...others] = words;
  const attached = pattern.exec(first?.value ?? "")?.[1];
  if (attached === undefined) return words;
  const text = attached || second?.value;
  const rest = attached === "" ? others : words.slice(1);
  // Quotes, variables and backslashes would be read once more.
  if (text === undefined || !/^[\w./@+:,= -]+$/.test(text)) return words;
  const parts = text.split(" ").filter((part) => part !== "");
  return [...parts.map((part) => makeWord(part, part)), ...rest];
}

interface Options {
  /** The first word that is no option. */
  end: number;
  /** Whether an option makes it print something instead of running. */
  idle: boolean;
  /** The folder it changes to. */
  directory: Word | undefined;
  /** What stands for a line of its input. */
  placeholder: string | undefined;
}

function readOptions(
  wrapper: Wrapper,
  words: readonly Word[],
): Options | undefined {
  const options: Options = {
    end: 0,
    idle: false,
    directory: undefined,
    placeholder: undefined,
  };
  for (; options.end < words.length; options.end++) {
    const word = words[options.end]!;
    const { value } = word;
    // A word that is no option for certain ends them, even a dynamic one.
    if (value === undefined) {
      return /^["']?[\w./]/.test(word.text) ? options : undefined;
    }
    if (value === "--") {
      options.end++;
      return options;
    }
    if (!value.startsWith("-") || value === "-") {
      if (value === "-" && wrapper.dash !== true) return undefined;
      if (value !== "-") return options;
      continue;
    }
    if (wrapper.number !== undefined && wrapper.number.test(value)) continue;
    const read = value.startsWith("--")
      ? readLong(wrapper, words, options)
      : readShort(wrapper, words, options);
    if (!read) return undefined;
  }
  return options;
}

function readLong(
  wrapper: Wrapper,
  words: readonly Word[],
  options: Options,
): boolean {
  const value = words[options.end]!.value!;
  const [name = value] = value.split("=", 1);
  const attached = value === name ? undefined : value.slice(name.length + 1);
  if (attached === undefined && wrapper.plain.includes(name)) {
    options.idle ||= wrapper.idle?.includes(name) ?? false;
    return true;
  }
  if (wrapper.optional?.includes(name) ?? false) {
    return setOption(wrapper, name, makeWord(value, attached ?? ""), options);
  }
  if (!wrapper.valued.includes(name)) return false;
  if (attached !== undefined) {
    return setOption(wrapper, name, makeWord(value, attached), options);
  }
  options.end++;
  return setOption(wrapper, name, words[options.end], options);
}

function readShort(
  wrapper: Wrapper,
  words: readonly Word[],
  options: Options,
): boolean {
  const value = words[options.end]!.value!;
  for (let index = 1; index < value.length; index++) {
    const name = `-${value[index]}`;
    if (wrapper.plain.includes(name)) {
      options.idle ||= wrapper.idle?.includes(name) ?? false;
      continue;
    }
    const attached = value.slice(index + 1);
    if (wrapper.optional?.includes(name) ?? false) {
      return setOption(wrapper, name, makeWord(value, attached), options);
    }
    if (!wrapper.valued.includes(name)) return false;
    if (attached !== "") {
      return setOption(wrapper, name, makeWord(value, attached), options);
    }
    options.end++;
    return setOption(wrapper, name, words[options.end], options);
  }
  return true;
}

function setOption(
  wrapper: Wrapper,
  name: string,
  word: Word | undefined,
  options: Options,
): boolean {
  if (word === undefined || !isOneWord(word)) return false;
  if (wrapper.directory?.includes(name) ?? false) options.directory = word;
  if (wrapper.placeholder?.includes(name) ?? false) {
    if (word.value === undefined) return false;
    options.placeholder = word.value === "" ? "{}" : word.value;
  }
  return true;
}

/** `NAME=VALUE` before the payload of `env` or `sudo`. */
function assignmentOf(word: Word): Assignment | undefined {
  if (word.value !== undefined) {
    const at = word.value.indexOf("=");
    if (at < 0) return undefined;
    const value = word.value.slice(at + 1);
    return { name: word.value.slice(0, at), value: makeWord(value, value) };
  }
  const [, name, text] = /^([A-Za-z_]\w*)=(.*)$/s.exec(word.text) ?? [];
  if (name === undefined || text === undefined) return undefined;
  const value = makeWord(text, undefined);
  return isOneWord(value) ? { name, value } : undefined;
}

/** Whether a word stays one word: an unquoted expansion may be none or many. */
function isOneWord(word: Word): boolean {
  return word.value !== undefined || /^"[^"@*]*"$/.test(word.text);
}

function fromInput(
  words: readonly Word[],
  placeholder: string | undefined,
): readonly Word[] {
  return placeholder === undefined
    ? [...words, makeWord("…", undefined)]
    : words.map((word) => replace(word, placeholder));
}

function replace(word: Word, placeholder: string | undefined): Word {
  const replaced = placeholder !== undefined &&
    (word.value?.includes(placeholder) ?? false);
  if (!replaced) return word;
  // A word that is nothing but the name is shown as `find` would write it.
  return makeWord(word.value === placeholder ? "{}" : word.text, undefined);
}
