import type {
  NativeAllowance,
  NativeRules,
  NativeText,
} from "../native_rules.ts";

/**
 * Writes Gemini CLI's own permission rules.
 *
 * A pattern is searched in the call's arguments as JSON, so it says the whole
 * argument, with its quotes; no quote inside a command is written without a
 * backslash. The pattern of a family lists the words that may follow. A line of
 * several commands is asked about, as it is matched whole before its commands
 * are. A rule about one command to ask stands above all that allow.
 *
 * @param rules What they are to say.
 * @returns A policy file.
 */
export function geminiNativeRules(rules: NativeRules): NativeText {
  const allowed = rules.allowed.flatMap(({ title, commands, family }) => {
    const whole = familyPattern(family);
    const others = commands.filter((words) =>
      whole === undefined || !isOf(family, words)
    );
    return [...whole === undefined ? [] : [whole], ...others.map(pattern)]
      .map((one) => ruleOf(title, one, "allow", 100));
  });
  const asked = rules.asked.map((words) =>
    ruleOf(words.join(" "), pattern(words), "ask_user", 200)
  );
  return {
    text: [...new Set([...allowed, ...asked])].join("\n"),
    place: "a file that is given in this project alone: gemini --policy FILE",
    unsaid: [],
  };
}

function isOf(
  family: NativeAllowance["family"],
  words: readonly string[],
): boolean {
  return family !== undefined &&
    words.every((word, index) =>
      index < family.start.length
        ? word === family.start[index]
        : family.words.includes(word)
    ) && words.length >= family.start.length;
}

/** Gemini CLI takes no pattern in which a repeated group holds a quantifier. */
function familyPattern(
  family: NativeAllowance["family"],
): string | undefined {
  if (family === undefined) return undefined;
  const words = family.words.map((word) => ` ${pattern([word])}`).join("|");
  if (/[*+?{]/.test(words)) return undefined;
  return `${pattern(family.start)}(${words})*`;
}

function pattern(words: readonly string[]): string {
  return words.join(" ").replace(/[.+^]/g, "\\$&");
}

/** TOML takes text in single quotes as it is. */
function ruleOf(
  title: string,
  pattern: string,
  decision: "allow" | "ask_user",
  priority: number,
): string {
  return [
    `# ${title}`,
    "[[rule]]",
    'toolName = "run_shell_command"',
    `argsPattern = '"command":"${pattern}"'`,
    `decision = "${decision}"`,
    `priority = ${priority}`,
    "",
  ].join("\n");
}
