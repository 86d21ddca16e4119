import type { Pattern, Rule } from "./rule.ts";
import { operandWords, programWords } from "./tables/pattern_words.ts";

/**
 * Says what a rule lets pass, in a sentence that a person can agree or disagree
 * with.
 *
 * @example Usage
 * ```ts
 * import { describeRule } from "./mod.ts";
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
    const { directory = "." } = pattern;
    const place = directory === "." ? scope : `${scope}/${directory}`;
    const where = rule.reach === "team"
      ? `for every agent in ${place}`
      : `in ${place}`;
    return [`exactly \`${pattern.exact}\``, ...bound, where].join(", ");
  }
  const { redirects = [], environment = [], host } = pattern;
  const { words, kinds } = operandsOf(pattern);
  return [
    headOf(pattern),
    ...(words.length > 0 ? [`with the words ${words.join(", ")}`] : []),
    ...(kinds.length > 0 ? [`on ${kinds.join(" and ")}`] : []),
    ...(host === undefined ? [] : [`at ${host}`]),
    ...(environment.length > 0 ? [`with ${environment.join(", ")} set`] : []),
    ...(redirects.length > 0
      ? [`writing to ${redirects.map(nameOf).join(" and ")}`]
      : []),
    ...bound,
    reachOf(rule),
  ].join(", ");
}

function reachOf({ scope, reach }: Pick<Rule, "scope" | "reach">): string {
  if (reach === "agent") return "in every project of this agent";
  return reach === "team"
    ? `for every agent, anywhere in ${scope}`
    : `anywhere in ${scope}`;
}

function headOf(
  { program = "", subcommand = [], flags = [] }: Pattern,
): string {
  if (Object.hasOwn(programWords, program)) return programWords[program]!;
  const [server, tool] = subcommand;
  return program === "mcp tool"
    ? `calling \`${tool}\` of the server ${server}`
    : `\`${[program, ...subcommand].join(" ")}\`${withOf(flags)}`;
}

function withOf(flags: readonly string[]): string {
  if (flags.length === 0) return " without flags";
  return flags.length === 1
    ? ` with or without ${flags[0]}`
    : ` with any of ${flags.join(", ")}`;
}

function operandsOf(
  { operands = [] }: Pattern,
): { words: string[]; kinds: string[] } {
  const words = operands.filter((one) => one.startsWith("="));
  const kinds = operands.filter((one) => !one.startsWith("="));
  return {
    words: words.map((one) => one.slice(1)),
    kinds: kinds.map(nameOf),
  };
}

function nameOf(kind: string): string {
  if (kind.startsWith("under:")) return `files in ${kind.slice(6)}`;
  return operandWords[kind] ?? kind;
}
