import { readAgentFile, type Rule } from "../../learner/mod.ts";
import type { OrchContext } from "../context.ts";
import type { JsonFlag } from "../flags.ts";
import { print, printJson } from "../print.ts";
import { checkedName } from "../../team/mod.ts";
import { table } from "../table.ts";
import { openJournal, pathsFor } from "../world.ts";

/** Runs `orch learned`. */
export async function learned(
  this: OrchContext,
  flags: JsonFlag,
  name: string,
): Promise<void> {
  using journal = openJournal(this);
  const path = pathsFor(this).agentFile(checkedName(name));
  const file = await readAgentFile(path);
  // What it has learned outlives its being set up.
  if (!file) journal.agents.require(name);
  const rules = file?.rules ?? [];
  if (flags.json) return printJson(this, { agent: name, file: path, rules });
  if (rules.length === 0) {
    return print(this, `${name} has learned nothing yet.`);
  }
  const head = ["RULE", "CATEGORY", "TIER", "STATUS", "APPROVED", "USED"];
  for (const line of table(head, rules.map(cellsOf))) print(this, line);
  print(this, `\n${path}`);
}

function cellsOf(rule: Rule): string[] {
  return [
    rule.title,
    rule.category,
    rule.tier,
    rule.origin === "setup" ? `${rule.status}, from setup` : rule.status,
    String(rule.approvals),
    String(rule.uses),
  ];
}
