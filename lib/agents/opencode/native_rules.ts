import type { NativeRules, NativeText } from "../native_rules.ts";

/**
 * Writes OpenCode's own permission rules.
 *
 * The last rule that matches wins, so what is asked stands around what is
 * allowed: everything first, what was denied last. A rule without `*` and `?`
 * matches one command alone.
 *
 * @param rules What they are to say.
 * @returns A configuration file.
 */
export function opencodeNativeRules(rules: NativeRules): NativeText {
  const bash = new Map<string, "allow" | "ask">([["*", "ask"]]);
  for (const words of rules.allowed.flatMap(({ commands }) => commands)) {
    bash.set(words.join(" "), "allow");
  }
  for (const words of rules.asked) {
    // A key keeps the place where it first stood.
    bash.delete(words.join(" "));
    bash.set(words.join(" "), "ask");
  }
  const file = {
    $schema: "https://opencode.ai/config.json",
    permission: { bash: Object.fromEntries(bash) },
  };
  return {
    text: `${JSON.stringify(file, undefined, 2)}\n`,
    place: "the project's opencode.json",
    unsaid: [],
  };
}
