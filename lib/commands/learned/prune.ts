import {
  type AgentFile,
  isIdle,
  type Rule,
  updateAgentFile,
} from "../../learner/mod.ts";
import type { OrchContext } from "../context.ts";
import { print, printJson } from "../print.ts";
import type { PruneFlags } from "./mod.ts";
import { noteChange } from "./note_change.ts";
import { shownText } from "./shown_text.ts";
import { subjectOf } from "./subject.ts";
import { unconfirmedOf, withoutUnconfirmed } from "./unconfirmed.ts";

/** Runs `orch learned prune`. */
export async function prune(
  this: OrchContext,
  flags: PruneFlags,
  name: string,
): Promise<void> {
  const subject = await subjectOf(this, name);
  const now = this.clock.now();
  const goes = (rule: Rule) =>
    rule.status === "revoked"
      ? flags.revoked
      : isIdle(rule, now) || flags.candidates && rule.status === "candidate";
  let removed: Rule[] = [];
  let entries: string[] = [];
  const pruned = (file: AgentFile): AgentFile => {
    removed = file.rules.filter(goes);
    entries = flags.unconfirmed
      ? Object.values(unconfirmedOf(file)).flat()
      : [];
    if (removed.length === 0 && entries.length === 0) return file;
    const kept = file.rules.filter((rule) => !goes(rule));
    const next = { ...file, rules: kept };
    return flags.unconfirmed ? withoutUnconfirmed(next) : next;
  };
  if (flags.dryRun) pruned(subject.file);
  else await updateAgentFile(subject.path, name, pruned);
  if (!flags.dryRun) noteChange(this, name, "prune", removed);
  if (flags.json) {
    return printJson(this, {
      agent: name,
      removed,
      unconfirmed: entries,
      dryRun: flags.dryRun,
    });
  }
  const verb = flags.dryRun ? "Would remove" : "Removed";
  for (const { title, status } of removed) {
    print(this, `${verb} ${shownText(title)} (${status})`);
  }
  for (const key of entries) print(this, `${verb} the entry ${shownText(key)}`);
  if (removed.length === 0 && entries.length === 0) {
    print(this, "There is nothing to remove.");
  }
  if (removed.some(({ status }) => status === "revoked")) {
    print(this, "What was denied there may pass again.");
  }
}
