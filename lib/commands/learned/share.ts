import { resolve } from "node:path";
import { ExitCode, OrchError } from "../../errors/mod.ts";
import { realPath } from "../../files/mod.ts";
import type { OrchContext } from "../context.ts";
import { printJson } from "../print.ts";
import { printImported } from "./imported_text.ts";
import type { ShareFlags } from "./mod.ts";
import { filterRules } from "./rule_filter.ts";
import { projectOf, subjectOf } from "./subject.ts";
import { takeOver } from "./take_over.ts";

/** Runs `orch learned share`. */
export async function share(
  this: OrchContext,
  flags: ShareFlags,
  from: string,
  ...to: string[]
): Promise<void> {
  const giver = await subjectOf(this, from);
  const named = flags.project &&
    realPath(resolve(this.directory, flags.project));
  // All are found before anything is written.
  const takers = [];
  for (const name of new Set(to)) {
    const subject = await subjectOf(this, name);
    takers.push({ subject, project: projectOf(subject, named) });
  }
  const offered = filterRules(
    giver.file.rules,
    flags.from === undefined ? {} : { project: flags.from },
    this,
  );
  const results = [];
  for (const { subject, project } of takers) {
    const rules = subject.name === from
      ? offered.filter(({ scope }) => scope !== project)
      : offered;
    if (subject.name === from && rules.length === 0) {
      throw new OrchError(`${from} has nothing of another project`, {
        hint: `orch learned share ${from} ${from} --project DIR`,
        exitCode: ExitCode.usage,
      });
    }
    const imported = await takeOver(this, subject, rules, {
      source: from,
      project,
      trust: flags.trust,
    });
    results.push({ agent: subject.name, project, imported });
  }
  if (flags.json) return printJson(this, { from, results });
  for (const { agent, imported } of results) {
    printImported(this, agent, imported);
  }
}
