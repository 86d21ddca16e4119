import {
  type ImportedRule,
  importRules,
  type Rule,
  updateAgentFile,
} from "../../learner/mod.ts";
import type { OrchContext } from "../context.ts";
import { noteChange } from "./note_change.ts";
import { judgingContext, type Subject } from "./subject.ts";

/**
 * Adds rules that were learned elsewhere to an agent's.
 *
 * @param context Where the command runs.
 * @param subject The agent.
 * @param offered The rules.
 * @param options Where they come from, the project they are to hold in, and
 * whether they answer without an approval.
 * @returns What became of each.
 */
export async function takeOver(
  context: OrchContext,
  subject: Subject,
  offered: readonly Rule[],
  options: {
    readonly source: string;
    readonly project: string;
    readonly trust: boolean;
  },
): Promise<readonly ImportedRule[]> {
  let imported: readonly ImportedRule[] = [];
  await updateAgentFile(subject.path, subject.name, (file) => {
    const result = importRules(
      offered,
      options,
      judgingContext(context, options.project, file.rules),
    );
    imported = result.imported;
    return result.rules === file.rules
      ? file
      : { ...file, rules: result.rules };
  });
  const taken = imported.filter(({ type }) => type !== "left out");
  noteChange(context, subject.name, "import", taken.map(({ rule }) => rule));
  return imported;
}
