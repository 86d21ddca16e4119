import type {
  NativeAllowance,
  NativeRules,
  NativeText,
} from "../native_rules.ts";

/**
 * Writes Codex's own permission rules.
 *
 * Its rules know only how a command begins: whatever follows would pass as
 * well, in any folder, outside of the sandbox. So nothing that is allowed can
 * be said without saying more, and only what is to be asked about is written:
 * of several rules the strictest wins, and asking too often does no harm. What
 * is allowed is given as examples that those rules must not match, which Codex
 * checks as it reads them.
 *
 * @param rules What they are to say.
 * @returns A rules file.
 */
export function codexNativeRules(rules: NativeRules): NativeText {
  const commands = rules.allowed.flatMap((one) => one.commands);
  const asked = rules.asked.map((words) => {
    const others = commands.filter((other) => !startsWith(other, words))
      .slice(0, mostExamples);
    return [
      "prefix_rule(",
      `    pattern = ${JSON.stringify(words)},`,
      '    decision = "prompt",',
      `    match = [${JSON.stringify(words)}],`,
      ...(others.length > 0
        ? [`    not_match = [${others.map(toText).join(", ")}],`]
        : []),
      ")",
      "",
    ].join("\n");
  });
  return {
    text: [
      "# Codex cannot say what may run unasked without allowing more: its rules",
      "# know only how a command begins. These are the commands to ask about.",
      "",
      ...new Set(asked),
    ].join("\n"),
    place: "a file of the project's .codex/rules",
    unsaid: rules.allowed.map(({ title }: NativeAllowance) => title),
  };
}

/** How many examples a rule is given. */
const mostExamples = 3;

function startsWith(
  words: readonly string[],
  start: readonly string[],
): boolean {
  return start.every((word, index) => words[index] === word);
}

function toText(words: readonly string[]): string {
  return JSON.stringify(words);
}
