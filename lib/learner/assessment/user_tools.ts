import type { Word } from "../../shell/mod.ts";
import type { Assessment } from "./assessment.ts";
import type { ToolFacts } from "./facts.ts";

/** What people say of tools, by the program's name. */
export type UserTools = Readonly<Record<string, ToolFacts>>;

/**
 * Adds what people say of a tool that the tables know already: it can only
 * become riskier by that. Tier, `once`, `refuses` and `destroys` count, as far
 * as subcommands lead; flags and operands stay as the tables know them.
 *
 * @param words The words after the program.
 * @param facts What people say.
 * @param found The assessment to add to.
 */
export function tighten(
  words: readonly Word[],
  facts: ToolFacts,
  found: Assessment,
): void {
  const { tier, does, once, refuses = "", destroys = "", subcommands } = facts;
  found.does(tier, does);
  if (once) found.once(does);
  for (const word of words) {
    const text = word.value ?? word.text;
    if (holdsFlag(text, destroys)) {
      return found.never("remote", `uses ${text}, which cannot be undone`);
    }
    if (holdsFlag(text, refuses)) {
      return found.never("critical", `uses ${text}, which can run or write`);
    }
  }
  if (subcommands === undefined) return;
  // Any word may be the subcommand: which flags take a value is not known.
  words.forEach(({ value }, index) => {
    if (value === undefined || !Object.hasOwn(subcommands, value)) return;
    tighten(words.slice(index + 1), subcommands[value]!, found);
  });
}

/** Whether a word is one of some flags, cut short, bundled or with a value. */
function holdsFlag(text: string, flags: string): boolean {
  if (!text.startsWith("-")) return false;
  const name = text.split("=")[0]!;
  return flags.split(" ").some((flag) =>
    flag !== "" && (
      name === flag ||
      name.startsWith("--") && name.length > 3 && flag.startsWith(name) ||
      /^-[^-]$/.test(flag) && /^-[^-]/.test(name) && name.includes(flag[1]!)
    )
  );
}
