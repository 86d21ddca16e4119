import type { NativeRules, NativeText } from "../native_rules.ts";

/**
 * Writes Claude Code's own permission rules.
 *
 * A rule without `*` matches one command alone, and each command of a line is
 * matched apart. A family would need `*`, which lets any flag pass. What is to
 * be asked wins over what is allowed.
 *
 * @param rules What they are to say.
 * @returns A settings file.
 */
export function claudeNativeRules(rules: NativeRules): NativeText {
  const bash = (words: readonly string[]) => `Bash(${words.join(" ")})`;
  const allow = rules.allowed.flatMap(({ commands }) => commands.map(bash));
  const ask = rules.asked.map(bash);
  const permissions = {
    allow: [...new Set(allow)],
    ...(ask.length > 0 && { ask: [...new Set(ask)] }),
  };
  return {
    text: `${JSON.stringify({ permissions }, undefined, 2)}\n`,
    place: "the project's .claude/settings.local.json",
    unsaid: [],
  };
}
