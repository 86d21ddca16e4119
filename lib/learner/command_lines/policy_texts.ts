import type { Redirect, SimpleCommand, Word } from "../../shell/mod.ts";
import type { PolicyTexts } from "../assessment/mod.ts";
import { textOf } from "./patterns_of.ts";

/**
 * Gives the texts under which a policy knows a simple command.
 *
 * @param command The command.
 * @param shown The programs around it that stand in its text.
 * @param project The project. Absolute.
 * @returns Its texts.
 */
export function policyTextsOf(
  command: SimpleCommand,
  shown: readonly string[],
  project: string,
): PolicyTexts {
  const { redirects, directory, input, wrappers } = command;
  const loud = redirects.filter((redirect) => !isQuiet(redirect));
  const told = isTold(command, loud);
  const withAround = (text: string) => [...shown, text].join(" ");
  const whole = withAround(textOf({ ...command, redirects: loud }));
  const settled = told && input === "inherited" && wrappers.length === 0 &&
    directory === project &&
    command.arguments.every(({ value }) => value !== undefined);
  const bare = textOf({ ...command, assignments: [], redirects: [] });
  const base = bare.replace(/^\S*\/(?=[^/\s]+(\s|$))/, "");
  const broad = new Set([whole, withAround(textOf(command)), bare, base]);
  for (const text of withoutLeadingFlags(command)) broad.add(text);
  broad.add(filled(command));
  // Some file systems find the same program by `RM`.
  for (const text of [...broad]) {
    broad.add(text.replace(/^\S+/, (name) => name.toLowerCase()));
  }
  return {
    ...(told && loud.length === 0 && { open: whole }),
    ...(settled && { exact: whole }),
    broad: [...broad],
  };
}

/** The words with everything in them that is known, a home directory too. */
function filled({ name, arguments: words }: SimpleCommand): string {
  return [...(name === undefined ? [] : [name]), ...words]
    .map(({ value, text }) => value ?? text).join(" ");
}

/** How many words before a subcommand are looked past. */
const mostLeading = 6;

/** `git -C web push` is a push, too; which flags take a value is not known. */
function withoutLeadingFlags({ name, arguments: words }: SimpleCommand) {
  const program = name?.value?.split("/").at(-1);
  const texts: string[] = [];
  if (program === undefined || !words[0]?.value?.startsWith("-")) return texts;
  for (let at = 1; at < Math.min(words.length, mostLeading); at++) {
    const rest = words.slice(at).map(({ value, text }) => value ?? text);
    if (!rest[0]!.startsWith("-")) texts.push([program, ...rest].join(" "));
  }
  return texts;
}

/** Whether a redirect neither reads nor writes anything. */
function isQuiet({ operator, target, body, descriptor }: Redirect): boolean {
  if (body !== undefined || !/^\d?$/.test(descriptor ?? "")) return false;
  const value = target.value ?? "";
  if (operator === ">&") return /^[12]$/.test(value);
  return value === "/dev/null" && /^(&?>|&?>>|>\||<)$/.test(operator);
}

/** Whether all words are known, as far as they could be flags or code. */
function isTold(
  { name, arguments: words, assignments, wrappers }: SimpleCommand,
  redirects: readonly Redirect[],
): boolean {
  if (name?.value === undefined) return false;
  if (wrappers.some((wrapper) => /^(find|g?xargs)$/.test(wrapper))) {
    return false;
  }
  return words.every((word, index) =>
    word.value !== undefined ||
    // The first word may be a subcommand: a file can be called `push`.
    isPlainGlob(word) && (index > 0 || /[./]/.test(word.text))
  ) &&
    assignments.every(({ value }) => value.value !== undefined) &&
    redirects.every(({ target, body }) =>
      target.value !== undefined && body === undefined
    );
}

/** A glob that can stand for files only: none can begin with a dash. */
function isPlainGlob({ text, glob }: Word): boolean {
  return glob && /^[\w./][\w@%+=:,./*?-]*$/.test(text);
}
