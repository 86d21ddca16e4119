import { judgeRequest } from "../requests/mod.ts";
import { sameKey } from "../rules/mod.ts";
import type { DecideContext } from "../request.ts";
import type { Rule } from "../rule.ts";

/**
 * Binds a rule about a task of the project to what that task does now, if it
 * is not bound yet: a person who lets it answer means the task as it is.
 *
 * @param rule The rule.
 * @param context Where it holds, and how files are read.
 * @returns The rule, bound if it is about a task.
 */
export function bindTask(rule: Rule, context: DecideContext): Rule {
  const { pattern } = rule;
  if (pattern.task !== undefined || pattern.exact !== undefined) return rule;
  const { program = "", subcommand = [], operands = [] } = pattern;
  const words = operands.filter((kind) => kind.startsWith("="))
    .map((kind) => kind.slice(1));
  for (const word of words.length === 0 ? [""] : words) {
    const command = [program, ...subcommand, word].join(" ").trim();
    const judged = judgeRequest({ kind: "command", command, complete: true }, {
      ...context,
      project: rule.scope,
    });
    if (judged.kind === "refused") continue;
    const found = judged.readings.flat().flatMap(({ patterns }) => patterns)
      .find((one) => one.task !== undefined && sameKey(one, pattern));
    if (found?.task !== undefined) {
      return { ...rule, pattern: { ...pattern, task: found.task } };
    }
  }
  return rule;
}
