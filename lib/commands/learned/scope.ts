import { ExitCode, OrchError } from "../../errors/mod.ts";
import { reachRule, updateAgentFile } from "../../learner/mod.ts";
import type { OrchContext } from "../context.ts";
import { print, printJson } from "../print.ts";
import { findRule } from "./find_rules.ts";
import type { ScopeFlags } from "./mod.ts";
import { noteChange } from "./note_change.ts";
import { shownText } from "./shown_text.ts";
import { judgingContext, subjectOf } from "./subject.ts";

/** Where rules hold, in words. */
const places = {
  project: "in its project, for this agent",
  team: "in its project, for every agent there",
  agent: "in every project of this agent",
} as const;

/** Runs `orch learned scope`. */
export async function scope(
  this: OrchContext,
  flags: ScopeFlags,
  name: string,
  ...wanted: string[]
): Promise<void> {
  const { to } = flags;
  const subject = await subjectOf(this, name);
  const { rules: known } = subject.file;
  // All are found, and can reach so far, before any is changed.
  const found = wanted.map((one) => findRule({ name, rules: known }, one));
  const ids = [...new Set(found.map(({ id }) => id))];
  const file = await updateAgentFile(subject.path, name, (file) => {
    let { rules } = file;
    for (const { id, title, scope } of found) {
      const reached = reachRule(id, to, judgingContext(this, scope, rules));
      if (typeof reached === "string") {
        throw new OrchError(
          `${shownText(title)} cannot hold ${places[to]}: it ${reached}`,
          {
            hint: `orch learned show ${name} ${id}`,
            exitCode: ExitCode.usage,
          },
        );
      }
      rules = reached;
    }
    return rules === file.rules ? file : { ...file, rules };
  });
  const changed = file.rules.filter(({ id }) => ids.includes(id));
  noteChange(this, name, to, changed);
  if (flags.json) return printJson(this, { agent: name, rules: changed });
  for (const { title } of changed) {
    print(this, `${shownText(title)} holds ${places[to]}.`);
  }
}
