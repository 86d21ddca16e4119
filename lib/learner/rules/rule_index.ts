import type { Judgement } from "../assessment/mod.ts";
import { covers } from "./pattern.ts";
import { reaches } from "./reach.ts";
import type { Pattern, Rule } from "../rule.ts";

/** The rules of an agent, found by what they are about. */
export class RuleIndex {
  static readonly #known = new WeakMap<readonly Rule[], RuleIndex>();
  readonly #byKey = new Map<string, Rule[]>();
  readonly #written: Rule[] = [];

  private constructor(rules: readonly Rule[]) {
    for (const rule of rules) {
      if (rule.origin === "person" && rule.pattern.exact !== undefined) {
        this.#written.push(rule);
        continue;
      }
      const key = shortKeyOf(rule.pattern);
      const same = this.#byKey.get(key);
      if (same === undefined) this.#byKey.set(key, [rule]);
      else same.push(rule);
    }
  }

  /**
   * Gives the index of some rules, built once for each list.
   *
   * @param rules The rules. The list must not change afterwards.
   * @returns Their index.
   */
  static of(rules: readonly Rule[]): RuleIndex {
    let index = this.#known.get(rules);
    if (index === undefined) {
      index = new RuleIndex(rules);
      this.#known.set(rules, index);
    }
    return index;
  }

  /**
   * Gives the rules that speak of a command, whatever their status.
   *
   * @param part The command.
   * @param place The project.
   * @returns The rules, in the order they were given.
   */
  about(part: Judgement, place: { readonly project: string }): Rule[] {
    const found = this.#written.filter((rule) =>
      rule.scope === place.project && rule.pattern.exact === part.text
    );
    const seen = new Set<string>();
    for (const pattern of part.patterns) {
      const key = shortKeyOf(pattern);
      if (seen.has(key)) continue;
      seen.add(key);
      for (const rule of this.#byKey.get(key) ?? []) {
        const about = part.patterns.some((one) => covers(rule.pattern, one));
        if (about && reaches(rule, part, place.project)) found.push(rule);
      }
    }
    return found;
  }
}

/** The same for all patterns that may cover one another, and for few others. */
function shortKeyOf({ program, subcommand, host, exact }: Pattern): string {
  return exact ?? `${program}\n${host ?? ""}\n${subcommand?.join(" ") ?? ""}`;
}
