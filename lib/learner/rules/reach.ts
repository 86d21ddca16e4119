import { anyReader, type Judgement } from "../assessment/mod.ts";
import type { Pattern, Reach, Rule } from "../rule.ts";
import { placelessOperands } from "./placeless.ts";

/**
 * Whether a rule speaks of a command in a project.
 *
 * Where it was learned it always does. In the agent's other projects it does
 * if a person said so, and if neither the rule nor the command hangs on what
 * the project holds.
 *
 * @param rule The rule, of the agent that asks.
 * @param part The command, judged in that project.
 * @param project The project. Absolute.
 * @returns Whether the rule counts there.
 */
export function reaches(
  rule: Rule,
  part: Pick<Judgement, "bound">,
  project: string,
): boolean {
  if (rule.scope === project) return true;
  return rule.reach === "agent" && !part.bound &&
    whyBound(rule) === undefined;
}

/**
 * Gives a rule another reach.
 *
 * @param rule The rule.
 * @param reach How far it is to reach.
 * @returns The rule.
 */
export function withReach(rule: Rule, reach: Reach): Rule {
  const { reach: _, ...changed } = rule;
  return reach === "project" ? changed : { ...changed, reach };
}

/**
 * Says why a rule means something in its own project only.
 *
 * @param rule The rule.
 * @returns Why, as a clause; `undefined` if it means the same in any project.
 */
export function whyBound(
  { pattern, tier, origin }: Pick<Rule, "pattern" | "tier" | "origin">,
): string | undefined {
  if (origin === "person") return "was written by hand, for its project";
  if (pattern.beside !== undefined) return "works in a folder of its own";
  if (pattern.exact !== undefined) return "is about one folder's very words";
  if (pattern.content !== undefined || pattern.task !== undefined) {
    return "rests on what the project holds";
  }
  const acts = tier === "project" && pattern.program !== anyReader;
  if (acts || tier === "remote" || tier === "critical") {
    return "works on the project's files";
  }
  if (pattern.program === "mcp tool") {
    return "calls a server, which another project may know by the same name";
  }
  return namesPlaces(pattern) ? "names places of the project" : undefined;
}

function namesPlaces({ program, operands = [] }: Pattern): boolean {
  return !operands.every((kind) =>
    program === anyReader
      ? elsewhere.test(kind)
      : placelessOperands.has(kind) || plainWord.test(kind)
  );
}

/** Places that any reader may look at, none of them in the project. */
const elsewhere = /^(outside-path|(under|outside):\/.*)$/;

/** An exact word that cannot be a file of the project. */
const plainWord = /^=[A-Za-z0-9][\w:-]*$/;
