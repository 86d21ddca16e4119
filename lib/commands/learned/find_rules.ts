import { ExitCode, OrchError } from "../../errors/mod.ts";
import { ownerOfRule, type Rule } from "../../learner/mod.ts";

/**
 * Finds the rule that a person means: by its id or the beginning of it, by its
 * title, or by a part of it.
 *
 * @param agent The agent's name and rules.
 * @param wanted What the person typed.
 * @returns The rule.
 * @throws {OrchError} When there is none (exit code 3), or more than one (2).
 */
export function findRule(
  { name, rules }: { readonly name: string; readonly rules: readonly Rule[] },
  wanted: string,
): Rule {
  const ways: ((rule: Rule) => boolean)[] = [
    ({ id }) => id === wanted,
    ({ title }) => title === wanted,
    ({ id }) => wanted.length >= 3 && id.startsWith(wanted),
    ({ title }) => wanted.length >= 3 && title.includes(wanted),
  ];
  for (const way of ways) {
    const found = rules.filter(way);
    if (found.length === 1) return found[0]!;
    if (found.length > 1) {
      throw new OrchError(
        `'${wanted}' can be ${found.length} rules of ${name}: ` +
          found.slice(0, 5).map(({ id, title }) => `${id} (${title})`)
            .join(", ") +
          (found.length > 5 ? ", …" : ""),
        { hint: "the same command with an id", exitCode: ExitCode.usage },
      );
    }
  }
  const { id, lender } = ownerOfRule(wanted);
  if (lender !== undefined) {
    throw new OrchError(`${wanted} is a rule of ${lender}`, {
      hint: `the same command with ${lender} ${id}`,
      exitCode: ExitCode.usage,
    });
  }
  throw new OrchError(`${name} has no rule '${wanted}'`, {
    hint: `orch learned ${name}`,
    exitCode: ExitCode.notFound,
  });
}
