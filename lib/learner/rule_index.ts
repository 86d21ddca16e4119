import type { Judgement } from "./judgement.ts";
import { covers } from "./pattern.ts";
import { reaches } from "./reach.ts";
import type { Rule } from "./rule.ts";

/** The rules of an agent, found by program. */
export class RuleIndex {
  static readonly #known = new WeakMap<readonly Rule[], RuleIndex>();
  readonly #byProgram = new Map<string, Rule[]>();
  readonly #written: Rule[] = [];

  private constructor(rules: readonly Rule[]) {
    for (const rule of rules) {
      if (rule.origin === "person" && rule.pattern.exact !== undefined) {
        this.#written.push(rule);
        continue;
      }
      const program = rule.pattern.program ?? "";
      const same = this.#byProgram.get(program);
      if (same === undefined) this.#byProgram.set(program, [rule]);
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
      const program = pattern.program ?? "";
      if (seen.has(program)) continue;
      seen.add(program);
      for (const rule of this.#byProgram.get(program) ?? []) {
        if (!reaches(rule, part, place.project)) continue;
        if (part.patterns.some((one) => covers(rule.pattern, one))) {
          found.push(rule);
        }
      }
    }
    return found;
  }
}
