import type { Word } from "../../shell/mod.ts";
import type { ToolFacts } from "./facts.ts";
import { flagTable } from "./flags.ts";

/**
 * Whether a command only asks how a tool or one of its subcommands is used.
 *
 * Only of subcommands that the tool has by itself: of any other word it would
 * start a program of that name.
 *
 * @param words The words after the tool or subcommand.
 * @param facts What is known of it.
 * @returns Whether nothing but a help text is shown.
 */
export function asksForHelp(
  words: readonly Word[],
  facts: ToolFacts,
): boolean {
  if (facts.help === undefined || words.length > 2) return false;
  const flag = words.at(-1)?.value;
  if (flag === undefined || !facts.help.split(" ").includes(flag)) {
    return false;
  }
  return words.length === 1
    ? !flagTable(facts.flags ?? "").has(flag)
    : (facts.helpOf ?? "").split(" ").includes(words[0]!.value ?? "?");
}
