import type { NativeRules, NativeText } from "../native_rules.ts";

/** How {@linkcode codexNativeRules} writes. */
export interface CodexNativeOptions {
  /**
   * Whether to allow by how a command begins, and so whatever follows.
   *
   * @default {false}
   */
  readonly prefixes?: boolean;
}

/**
 * Writes Codex's own permission rules.
 *
 * Its rules know only how a command begins: whatever follows would pass as
 * well, in any folder, outside of the sandbox. So what is allowed cannot be
 * said without saying more, and only what is to be asked about is written,
 * unless a person wants prefixes all the same. Of several rules the strictest
 * wins, so that asking about a beginning does no harm. Each rule is given
 * examples that it must and must not match, which Codex checks as it reads it.
 *
 * @param rules What they are to say.
 * @param options Whether beginnings are allowed.
 * @returns A rules file.
 */
export function codexNativeRules(
  rules: NativeRules,
  { prefixes = false }: CodexNativeOptions = {},
): NativeText {
  const commands = rules.allowed.flatMap((one) => one.commands);
  const begins = prefixes ? shortest(commands) : [];
  const texts = [
    ...begins.map((words) => ruleOf(words, "allow", rules.asked)),
    ...rules.asked.map((words) => ruleOf(words, "prompt", commands)),
  ];
  return {
    text: [...prefixes ? wide : narrow, "", ...new Set(texts)].join("\n"),
    place: "a file of the project's .codex/rules",
    unsaid: prefixes ? [] : rules.allowed.map(({ title }) => title),
  };
}

const narrow = [
  "# Codex cannot say what may run unasked without allowing more: its rules",
  "# know only how a command begins. These are the commands to ask about.",
];

const wide = [
  "# These rules know only how a command begins: what follows is allowed as",
  "# well, in any folder, outside of the sandbox.",
];

/** How many examples a rule is given. */
const mostExamples = 3;

function ruleOf(
  words: readonly string[],
  decision: "allow" | "prompt",
  others: readonly (readonly string[])[],
): string {
  const examples = others.filter((other) => !beginsWith(other, words))
    .slice(0, mostExamples).map(textOf);
  return [
    "prefix_rule(",
    `    pattern = ${textOf(words)},`,
    `    decision = "${decision}",`,
    `    match = [${textOf(words)}],`,
    ...(examples.length > 0
      ? [`    not_match = [${examples.join(", ")}],`]
      : []),
    ")",
    "",
  ].join("\n");
}

/** The commands that none of the others is the beginning of. */
function shortest(
  commands: readonly (readonly string[])[],
): readonly (readonly string[])[] {
  return commands.filter((words) =>
    !commands.some((other) =>
      other.length < words.length && beginsWith(words, other)
    )
  );
}

function beginsWith(
  words: readonly string[],
  start: readonly string[],
): boolean {
  return start.every((word, index) => words[index] === word);
}

/** Starlark writes lists of texts as JSON does. */
function textOf(words: readonly string[]): string {
  return JSON.stringify(words);
}
