import type { ImportedRule } from "../../learner/mod.ts";
import type { OrchContext } from "../context.ts";
import { print } from "../print.ts";
import { shownText } from "./shown_text.ts";

const words = {
  candidate: "candidate, needs one approval",
  trusted: "active",
  denied: "denied",
  "left out": "left out",
} as const;

/**
 * Says what became of rules that were taken over.
 *
 * @param context Where to print.
 * @param agent Who has them now.
 * @param imported The rules.
 */
export function printImported(
  context: OrchContext,
  agent: string,
  imported: readonly ImportedRule[],
): void {
  if (imported.length === 0) print(context, "There are no rules to take over.");
  for (const { rule, type, why } of imported) {
    const reason = why === undefined ? "" : `: it ${why}`;
    const title = shownText(rule.title);
    print(context, `${agent}: ${title} (${words[type]}${shownText(reason)})`);
  }
}
