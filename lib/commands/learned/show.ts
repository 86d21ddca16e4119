import {
  concernsAbout,
  describeRule,
  isIdle,
  type Rule,
} from "../../learner/mod.ts";
import { ago } from "../ago.ts";
import type { OrchContext } from "../context.ts";
import type { JsonFlag } from "../flags.ts";
import { print, printJson } from "../print.ts";
import { findRule } from "./find_rules.ts";
import { withLent } from "./lent.ts";
import { shownText } from "./shown_text.ts";
import { subjectOf } from "./subject.ts";

/** Runs `orch learned show`. */
export async function show(
  this: OrchContext,
  flags: JsonFlag,
  name: string,
  wanted: string,
): Promise<void> {
  const subject = await subjectOf(this, name);
  const { rules: own } = subject.file;
  const rules = await withLent(this, { ...subject, rules: own });
  const rule = findRule({ name, rules }, wanted);
  const now = this.clock.now();
  const concerns = concernsAbout(rule, now);
  const sentence = sentenceOf(rule, now);
  if (flags.json) {
    return printJson(this, { agent: name, sentence, concerns, rule });
  }
  print(this, `${shownText(rule.title)}   ${rule.id}`);
  print(this, shownText(sentence));
  print(this);
  for (const [what, value] of factsOf(rule, now)) {
    print(this, `  ${what.padEnd(9)} ${shownText(value)}`);
  }
  printExamples(this, "approved", rule.evidence);
  printExamples(this, "denied", rule.counterExamples ?? []);
  for (const { why } of concerns) print(this, `\nIt ${shownText(why)}.`);
}

/** What the rule does, as a sentence. */
function sentenceOf(rule: Rule, now: number): string {
  const what = describeRule(rule);
  if (rule.status === "revoked") return `Asks about ${what}.`;
  if (rule.status === "candidate") return `Would let pass ${what}.`;
  return isIdle(rule, now)
    ? `Let pass ${what}, until it expired.`
    : `Lets pass ${what}.`;
}

function factsOf(rule: Rule, now: number): [string, string][] {
  const when = (date: string) =>
    `${date.slice(0, 10)}, ${ago(now - Date.parse(date))} ago`;
  const times = (count: number) => ["never", "once"][count] ?? `${count} times`;
  return [
    ["category", rule.category],
    ["tier", `${rule.tier}, and nothing riskier`],
    ["scope", scopeOf(rule)],
    ["status", rule.status],
    ["origin", rule.source ?? rule.origin],
    ["answered", times(rule.uses)],
    ["approved", times(rule.approvals)],
    ["denied", times(rule.denials)],
    ["learned", when(rule.learned)],
    ["used", when(rule.used)],
    ...(rule.reviewed === undefined
      ? []
      : [["kept", when(rule.reviewed)] as [string, string]]),
  ];
}

function scopeOf({ reach = "project", scope, lender }: Rule): string {
  if (reach === "agent") return `agent: every project, learned in ${scope}`;
  const by = lender === undefined ? "" : `, lent by ${lender}`;
  return `${reach}: ${scope}${by}`;
}

function printExamples(
  context: OrchContext,
  what: string,
  examples: readonly string[],
): void {
  if (examples.length === 0) return;
  print(context, `\nYou have ${what}, latest last:`);
  for (const example of examples) print(context, `  ${shownText(example)}`);
}
