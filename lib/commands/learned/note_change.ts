import type { Rule } from "../../learner/mod.ts";
import type { OrchContext } from "../context.ts";
import { openJournal } from "../world.ts";

/**
 * Writes down that a person has changed an agent's rules.
 *
 * @param context Where the command runs.
 * @param agent The agent's name.
 * @param action What the person did, such as `revoke`.
 * @param rules The rules; nothing is written when there are none.
 */
export function noteChange(
  context: OrchContext,
  agent: string,
  action: string,
  rules: readonly Pick<Rule, "id" | "title">[],
): void {
  if (rules.length === 0) return;
  using journal = openJournal(context);
  journal.note("rule-changed", {
    agent,
    by: "person",
    action,
    rules: rules.map(({ id, title }) => ({ id, title })),
  });
}
