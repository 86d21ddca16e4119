import type { Word } from "../../shell/mod.ts";
import {
  assessByFacts,
  type Assessment,
  assessRead,
  flagTable,
  pathText,
  readArguments,
  type Scene,
  type ToolFacts,
} from "../assessment/mod.ts";
import { linuxTools } from "../tables/linux_tools.ts";
import { macosReaders } from "../tables/macos_readers.ts";
import { systemReaders } from "../tables/system_readers.ts";
import { macosTools } from "../tables/macos_tools.ts";
import { type MachineCalls, machineCalls } from "../tables/machine_calls.ts";

type Judge = (
  words: readonly Word[],
  found: Assessment,
  scene: Scene,
) => void;

/**
 * Tools that can change the machine itself, judged by what they only show.
 * Whatever else they are called for, a person sees each time.
 */
export const machineTools: ReadonlyMap<string, Judge> = new Map<string, Judge>([
  ...Object.entries({ ...macosTools, ...linuxTools }).map(
    ([name, facts]): [string, Judge] => [
      name,
      (words, found, scene) => assessMachine(words, facts, found, scene),
    ],
  ),
  ...Object.entries(machineCalls).map(
    ([name, known]): [string, Judge] => [
      name,
      (words, found) => assessCall(words, known, found),
    ],
  ),
  ["codesign", assessSignature],
  ["date", assessDate],
  ["defaults", assessDefaults],
  ["plutil", assessPropertyList],
]);

/** What is no format sets the clock: `date 010100002030`. */
function assessDate(
  words: readonly Word[],
  found: Assessment,
  scene: Scene,
): void {
  const facts = systemReaders["date"]!;
  assessByFacts(words, facts, found, scene);
  const { operands } = readArguments(words, flagTable(facts.flags!));
  const sets = operands.some(({ text }) => !/^["']?\+/.test(text));
  if (sets) found.never("critical", "sets the machine's clock");
}

function assessMachine(
  words: readonly Word[],
  facts: ToolFacts,
  found: Assessment,
  scene: Scene,
): void {
  assessByFacts(words, facts, found, scene);
  const bare = words.length === 0 && facts.open !== true;
  if (!found.familiar || bare || words.some(mayBeFlag(scene))) {
    found.never("critical", "changes or reveals what is not known");
  }
}

/** What a variable holds may start with a dash, and be any flag there is. */
function mayBeFlag(scene: Scene): (word: Word) => boolean {
  return (word) =>
    word.value === undefined && !word.glob && !word.like &&
    pathText(word, scene) === undefined && !/^-/.test(word.text);
}

/** Judges a call as a whole, by the few that are known to look. */
function assessCall(
  words: readonly Word[],
  { does, calls, otherwise = "changes the machine itself" }: MachineCalls,
  found: Assessment,
): void {
  const values = words.map(({ value }) => value);
  const plain = values.every((value) =>
    value !== undefined && /^[\w.:/@%*+=,~-]+$/.test(value)
  );
  const call = values.join(" ");
  if (!plain || !calls.some((one) => one.test(call))) {
    return found.never("critical", otherwise);
  }
  for (const value of values) {
    if (value!.startsWith("-")) found.flag(value!);
  }
  found.operand("text");
  found.does("read", does);
}

/** Reading all settings shows what programs keep in them, tokens among it. */
function assessDefaults(
  words: readonly Word[],
  found: Assessment,
  scene: Scene,
): void {
  const rest = [...words];
  if (rest[0]?.value === "-currentHost") rest.shift();
  else if (rest[0]?.value === "-host" && rest[1]?.value === "localhost") {
    rest.splice(0, 2);
  }
  const [verb, ...more] = rest;
  found.does("read", "reads a program's settings");
  if (/^(domains|help)$/.test(verb?.value ?? "") && more.length === 0) return;
  if (more[0]?.value === "-app") more.shift();
  const [domain, key, ...surplus] = more;
  const reads = /^read(-type)?$/.test(verb?.value ?? "");
  const plain = /^[\w. -]+$/;
  if (
    !reads || domain === undefined || surplus.length > 0 ||
    key !== undefined && !plain.test(key.value ?? "") ||
    key?.value?.startsWith("-") || domain.value?.startsWith("-")
  ) {
    return found.never("critical", "changes or reveals programs' settings");
  }
  found.subcommand = [verb!.value!];
  if (/[~/$]/.test(domain.text)) return assessRead(domain, found, scene);
  if (!plain.test(domain.value ?? "")) {
    return found.never("critical", "reads settings that cannot be told");
  }
  found.operand("text");
}

/** Without `-o -` most of its actions write the file that they read. */
function assessPropertyList(
  words: readonly Word[],
  found: Assessment,
  scene: Scene,
): void {
  const values = words.map(({ value }) => value ?? "?");
  if (/^--?help$/.test(values.join(" "))) {
    return found.does("read", "shows how it is used");
  }
  const action = values[0] ?? "";
  const printing = values.indexOf("-o");
  const prints = printing > 0 && values[printing + 1] === "-";
  const rest = words.filter((_, index) =>
    !prints || index !== printing && index !== printing + 1
  );
  found.does("read", "reads a property list");
  // Without an action it only checks.
  const taken = /^[^-]/.test(action)
    ? 0
    : action === "-p" || action === "-lint"
    ? 1
    : action === "-type"
    ? 2
    : action === "-convert" && prints
    ? 2
    : action === "-extract" && (prints || values[2] === "raw")
    ? 3
    : undefined;
  const files = rest.slice(taken ?? 0);
  if (
    taken === undefined || files.length === 0 ||
    !rest.slice(0, taken).every(({ value }) => /^[\w.-]+$/.test(value ?? "")) ||
    files.some(({ text }) => text.startsWith("-"))
  ) {
    return found.never("critical", "may rewrite a property list");
  }
  if (taken > 0) found.flag(action);
  for (const file of files) assessRead(file, found, scene);
}

/** What is shown goes to the screen by `-`, and to a file by any other name. */
function assessSignature(
  words: readonly Word[],
  found: Assessment,
  scene: Scene,
): void {
  const rest = words.filter(({ value }, index) =>
    value !== "-r-" &&
    !(value === "--entitlements" &&
      /^:?-$/.test(words[index + 1]?.value ?? "")) &&
    !(/^:?-$/.test(value ?? "") &&
      words[index - 1]?.value === "--entitlements")
  );
  assessByFacts(rest, macosReaders["codesign"]!, found, scene);
}
