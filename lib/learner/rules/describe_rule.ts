import type { Pattern, Rule } from "../rule.ts";
import { inlineCode, operandName, programWords } from "./pattern_words.ts";

/**
 * Says what a rule lets pass, in a sentence that a person can agree or disagree
 * with.
 *
 * @example Usage
 * ```ts
 * import { describeRule } from "../mod.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(
 *   describeRule({
 *     pattern: {
 *       program: "go",
 *       subcommand: ["test"],
 *       flags: ["-race", "-v"],
 *       operands: ["project-path"],
 *     },
 *     scope: "/srv/web",
 *   }),
 *   "`go test` with any of -race, -v, on files of the project, " +
 *     "anywhere in /srv/web",
 * );
 * ```
 *
 * @param rule The rule's pattern and scope.
 * @returns The sentence, without a full stop.
 */
export function describeRule(
  rule: Pick<Rule, "pattern" | "scope" | "reach">,
): string {
  const { pattern, scope } = rule;
  const bound = pattern.content === undefined && pattern.task === undefined
    ? []
    : ["while what it runs stays as it is"];
  if (pattern.exact !== undefined) {
    const { directory = ".", beside = scope } = pattern;
    const place = directory === "." ? beside : `${beside}/${directory}`;
    const where = rule.reach === "team"
      ? `for every agent in ${place}`
      : `in ${place}`;
    return [`exactly \`${pattern.exact}\``, ...bound, where].join(", ");
  }
  const { redirects = [], environment = [], host } = pattern;
  const { words, loaded, kinds } = operandsOf(pattern);
  return [
    headOf(pattern),
    ...(loaded.length > 0 ? [`loading ${loaded.join(", ")}`] : []),
    ...(words.length > 0 ? [`with the words ${words.join(", ")}`] : []),
    ...(kinds.length > 0 ? [`on ${kinds.join(" and ")}`] : []),
    ...(host === undefined ? [] : [`at ${host}`]),
    ...(environment.length > 0 ? [`with ${environment.join(", ")} set`] : []),
    ...(redirects.length > 0
      ? [`writing to ${redirects.map(operandName).join(" and ")}`]
      : []),
    ...bound,
    reachOf(rule),
  ].join(", ");
}

function reachOf(
  { scope, reach, pattern }: Pick<Rule, "scope" | "reach" | "pattern">,
): string {
  if (pattern.beside !== undefined) return `in ${pattern.beside} only`;
  if (reach === "agent") return "in every project of this agent";
  return reach === "team"
    ? `for every agent, anywhere in ${scope}`
    : `anywhere in ${scope}`;
}

function headOf(
  { program = "", subcommand = [], flags = [] }: Pattern,
): string {
  if (Object.hasOwn(programWords, program)) return programWords[program]!;
  const [first = "", second] = subcommand;
  const shown = `\`${[program, ...subcommand].join(" ")}\``;
  if (program === "mcp tool") {
    return `calling \`${second}\` of the server ${first}`;
  }
  // What else the words seem to say would be far too much.
  if (inlineCode[program]?.includes(first)) {
    return `${shown} with code whose text shows that it does no harm`;
  }
  if (program === "git" && first === "-C") {
    return `looking at the repository in ${second} with \`git\``;
  }
  return `${shown}${withOf(flags)}`;
}

function withOf(flags: readonly string[]): string {
  if (flags.length === 0) return " without flags";
  return flags.length === 1
    ? ` with or without ${flags[0]}`
    : ` with any of ${flags.join(", ")}`;
}

function operandsOf(
  { operands = [] }: Pattern,
): { words: string[]; loaded: string[]; kinds: string[] } {
  const all = operands.filter((one) => one.startsWith("="))
    .map((one) => one.slice(1));
  const isLoaded = (word: string) => word.startsWith("import ");
  return {
    words: all.filter((word) => !isLoaded(word)),
    loaded: all.filter(isLoaded).map((word) => word.slice("import ".length)),
    kinds: [
      ...new Set(
        operands.filter((one) => !one.startsWith("=")).map(operandName),
      ),
    ],
  };
}
