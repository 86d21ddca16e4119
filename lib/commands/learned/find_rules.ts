import { ExitCode, OrchError } from "../../errors/mod.ts";
import type { Rule } from "../../learner/mod.ts";
import type { Subject } from "./subject.ts";

/**
 * Finds the rule that a person means: by its id or the beginning of it, by its
 * title, or by a part of it.
 *
 * @param subject The agent.
 * @param wanted What the person typed.
 * @returns The rule.
 * @throws {OrchError} When there is none (exit code 3), or more than one (2).
 */
export function findRule(subject: Subject, wanted: string): Rule {
  const { rules } = subject.file;
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
        `'${wanted}' can be ${found.length} rules of ${subject.name}: ` +
          found.slice(0, 5).map(({ id, title }) => `${id} (${title})`)
            .join(", ") +
          (found.length > 5 ? ", …" : ""),
        { hint: "the same command with an id", exitCode: ExitCode.usage },
      );
    }
  }
  throw new OrchError(`${subject.name} has no rule '${wanted}'`, {
    hint: `orch learned ${subject.name}`,
    exitCode: ExitCode.notFound,
  });
}
