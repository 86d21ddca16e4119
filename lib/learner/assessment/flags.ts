import type { Word } from "../../shell/mod.ts";
import { numberText } from "./words.ts";

/** What the value of a flag is. */
export const valueKinds = [
  "text",
  "number",
  "word",
  "name",
  "read",
  "write",
  "built",
  "inside",
  "config",
  "here",
  "task",
  "files",
  "lines",
] as const;

/** One of {@linkcode valueKinds}. */
export type ValueKind = (typeof valueKinds)[number];

/** What is known of one flag. */
export interface FlagFact {
  /** Whether it takes a value, or may have one attached. */
  readonly takes: "nothing" | "value" | "attached";
  /** What the value is. */
  readonly kind: ValueKind;
}

/** The flags of a tool, ready to be looked up. */
export type FlagTable = ReadonlyMap<string, FlagFact>;

/** A flag that was found, with its value. */
export interface FoundFlag {
  /** The flag as the table writes it. */
  readonly name: string;
  /** What the table says; `undefined` for a flag that it does not hold. */
  readonly fact: FlagFact | undefined;
  /** The value, if it has one. */
  readonly value: Word | undefined;
}

/** Words taken apart into flags and operands. */
export interface Arguments {
  /** The flags, in order. */
  readonly flags: readonly FoundFlag[];
  /** The operands, in order. */
  readonly operands: readonly Word[];
  /** Whether `--` was among the words. */
  readonly separated: boolean;
}

/** What the value of a flag is when it leads to a file or folder. */
const namesFile: ReadonlySet<ValueKind> = new Set([
  "read",
  "write",
  "built",
  "inside",
  "config",
  "here",
  "files",
]);

const compiled = new Map<string, FlagTable>();

/**
 * Reads the short form in which the tables write flags.
 *
 * Words are separated by spaces: `-a` takes nothing, `-n:` a value, `-n:number`
 * a value of that kind, `--color?` a value only when attached by `=`. `-#`
 * stands for a number such as `-20`.
 *
 * @param facts The short form.
 * @returns The table.
 */
export function flagTable(facts: string): FlagTable {
  const known = compiled.get(facts);
  if (known !== undefined) return known;
  const table = new Map<string, FlagFact>();
  for (const item of facts.split(" ")) {
    if (item === "") continue;
    const colon = item.indexOf(":", 1);
    if (colon > 0) {
      const kind = (item.slice(colon + 1) || "text") as ValueKind;
      table.set(item.slice(0, colon), { takes: "value", kind });
    } else if (item.endsWith("?")) {
      table.set(item.slice(0, -1), { takes: "attached", kind: "text" });
    } else {
      table.set(item, { takes: "nothing", kind: "text" });
    }
  }
  compiled.set(facts, table);
  return table;
}

/**
 * Takes the words of a command apart.
 *
 * Only flags that the table holds are understood; a short flag may stand in a
 * bundle, a long one must be written out. Whatever else starts with a dash is
 * reported with no fact, and what follows it is taken as an operand.
 *
 * @param words The words after the program and its subcommand.
 * @param table The flags.
 * @param style Whether long flags have one dash or two, and whether operands
 * end the flags.
 * @returns Flags and operands.
 */
export function readArguments(
  words: readonly Word[],
  table: FlagTable,
  style: { singleDash?: boolean; operandsEnd?: boolean } = {},
): Arguments {
  const flags: FoundFlag[] = [];
  const operands: Word[] = [];
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index]!;
    const text = shownText(word);
    if (text === "--") {
      operands.push(...words.slice(index + 1));
      return { flags, operands, separated: true };
    }
    if (!/^["']?-/.test(text) || text === "-") {
      if (style.operandsEnd) {
        operands.push(...words.slice(index));
        break;
      }
      operands.push(word);
      continue;
    }
    index += flagAt(index);
  }
  return { flags, operands, separated: false };

  /** Reads the flag at an index; returns how many more words it takes. */
  function flagAt(index: number): number {
    const word = words[index]!;
    const text = shownText(word);
    if (/^-\d+$/.test(text) && table.has("-#")) {
      flags.push({ name: "-#", fact: table.get("-#"), value: undefined });
      return 0;
    }
    const equals = text.indexOf("=");
    const name = equals > 0 ? text.slice(0, equals) : text;
    const fact = table.get(name);
    if (equals > 0 && (text.startsWith("--") || style.singleDash)) {
      const value = behind(word, equals + 1);
      const fits = fact !== undefined && fact.takes !== "nothing";
      flags.push({ name, fact: fits ? fact : undefined, value });
      return 0;
    }
    if (fact !== undefined && equals < 0) {
      const value = fact.takes === "value" ? words[index + 1] : undefined;
      const lacks = fact.takes === "value" && value === undefined;
      flags.push({ name, fact: lacks ? undefined : fact, value });
      return value === undefined ? 0 : 1;
    }
    const told = word.value !== undefined || numberText(word) !== undefined;
    if (text.startsWith("--") || style.singleDash || !told) {
      flags.push({ name, fact: undefined, value: undefined });
      return 0;
    }
    return bundleAt(index, text);
  }

  /** Reads short flags written together, such as `-rn` or `-n20`. */
  function bundleAt(index: number, text: string): number {
    for (let at = 1; at < text.length; at += 1) {
      const name = `-${text[at]}`;
      const fact = table.get(name);
      const rest = text.slice(at + 1);
      if (fact === undefined) {
        flags.push({ name, fact, value: undefined });
        return 0;
      }
      if (fact.takes === "nothing") {
        flags.push({ name, fact, value: undefined });
        continue;
      }
      // Some tools take `-f=x` for the file `x`, others for the file `=x`.
      if (rest.startsWith("=") && namesFile.has(fact.kind)) {
        flags.push({ name, fact: undefined, value: undefined });
        return 0;
      }
      if (rest !== "" || fact.takes === "attached") {
        const value = rest === "" ? undefined : behind(words[index]!, at + 1);
        flags.push({ name, fact, value });
        return 0;
      }
      const value = words[index + 1];
      flags.push({ name, fact: value && fact, value });
      return 1;
    }
    return 0;
  }
}

/** The word as it is looked at: by an example, where it holds a number. */
function shownText(word: Word): string {
  return numberText(word) ?? word.text;
}

/** What follows a flag in the same word. */
function behind(word: Word, at: number): Word {
  const { value, glob, like } = word;
  return {
    text: shownText(word).slice(at),
    value: value?.slice(at),
    glob,
    ...(like && { like: { ...like, sample: like.sample.slice(at) } }),
  };
}
