import { sameKey } from "../rules/mod.ts";
import type { Rule } from "../rule.ts";

/** What another agent of a project knows. */
export interface Teammate {
  /** Its name. */
  readonly name: string;
  /** Its rules. */
  readonly rules: readonly Rule[];
}

/**
 * Adds what an agent's teammates lend it to its own rules: those of this
 * project that answer, and that a person let the whole team use.
 *
 * What was denied or taken back from the agent itself is not lent to it. A rule
 * that is lent has its lender's name before its id, so that whose it is can be
 * told wherever the id is written.
 *
 * @example Usage
 * ```ts
 * import { preapprovals, teamRules } from "../mod.ts";
 * import assert from "node:assert/strict";
 *
 * const place = { project: "/srv/web", home: "/home/dev", now: 0 };
 * const facts = { kinds: ["node"], commands: ["npm test"] } as const;
 * const [rule] = preapprovals(facts, place);
 * const lent = { ...rule!, reach: "team" } as const;
 * const [mine] = teamRules([], [{ name: "qa", rules: [lent] }], "/srv/web");
 * assert.equal(mine!.id, `qa/${lent.id}`);
 * assert.equal(mine!.lender, "qa");
 * ```
 *
 * @param own The agent's own rules.
 * @param teammates The other agents of the project.
 * @param project The project. Absolute.
 * @returns The rules that count; `own` itself if nothing is lent.
 */
export function teamRules(
  own: readonly Rule[],
  teammates: readonly Teammate[],
  project: string,
): readonly Rule[] {
  const refused = own.filter(({ scope, status }) =>
    scope === project && status === "revoked"
  );
  const lent = teammates.flatMap(({ name, rules }) =>
    rules.filter((rule) =>
      rule.reach === "team" && rule.scope === project &&
      rule.status === "active" &&
      !refused.some((one) => sameKey(one.pattern, rule.pattern))
    ).map((rule) => ({ ...rule, id: `${name}/${rule.id}`, lender: name }))
  );
  return lent.length === 0 ? own : [...own, ...lent];
}

/**
 * Tells whose rule an id names.
 *
 * @param id The id, as a verdict gives it.
 * @returns The rule's id in its owner's file, and the owner if it was lent.
 */
export function ownerOfRule(
  id: string,
): { readonly id: string; readonly lender?: string } {
  const slash = id.indexOf("/");
  return slash < 0
    ? { id }
    : { id: id.slice(slash + 1), lender: id.slice(0, slash) };
}
