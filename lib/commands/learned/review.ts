import { ExitCode, OrchError } from "../../errors/mod.ts";
import {
  activateRule,
  type Concern,
  concernsAbout,
  type DecideContext,
  describeRule,
  narrowRule,
  type Reach,
  reachRule,
  revokeRule,
  type Rule,
  updateAgentFile,
} from "../../learner/mod.ts";
import type { OrchContext } from "../context.ts";
import { print, printJson } from "../print.ts";
import { cut, table } from "../table.ts";
import { openJournal } from "../world.ts";
import { type Choice, choose } from "./choose.ts";
import type { ReviewFlags } from "./mod.ts";
import { noteChange } from "./note_change.ts";
import { shownText } from "./shown_text.ts";
import { judgingContext, type Subject, subjectOf } from "./subject.ts";
import { unconfirmedOf, withoutUnconfirmed } from "./unconfirmed.ts";

/** A rule that a person should look at. */
interface Finding {
  readonly rule: Rule;
  readonly concerns: readonly Concern[];
}

type Answer = "keep" | Reach | "narrow" | "revoke" | "later" | "end";

/** Runs `orch learned review`. */
export async function review(
  this: OrchContext,
  flags: ReviewFlags,
  name: string,
): Promise<void> {
  const subject = await subjectOf(this, name);
  const now = this.clock.now();
  const findings = subject.file.rules
    .map((rule) => ({ rule, concerns: concernsAbout(rule, now) }))
    .filter(({ concerns }) => concerns.length > 0);
  const unconfirmed = unconfirmedOf(subject.file);
  if (flags.json) {
    return printJson(this, {
      agent: name,
      rules: findings.map(({ rule, concerns }) => ({
        id: rule.id,
        title: rule.title,
        sentence: `Lets pass ${describeRule(rule)}.`,
        status: rule.status,
        concerns,
      })),
      unconfirmed,
    });
  }
  if (flags.list) return printList(this, findings, unconfirmed);
  if (findings.length === 0 && Object.keys(unconfirmed).length === 0) {
    return print(this, `${name} has no rule that you should look at.`);
  }
  if (!this.terminal.input || !this.terminal.output) {
    throw new OrchError("There is no terminal to ask", {
      hint: `orch learned review ${name} --list`,
      exitCode: ExitCode.usage,
    });
  }
  await walk(this, subject, findings);
  await forget(this, subject, unconfirmed);
}

function printList(
  context: OrchContext,
  findings: readonly Finding[],
  unconfirmed: Readonly<Record<string, readonly string[]>>,
): void {
  const rows = findings.flatMap(({ rule, concerns }) =>
    concerns.map(({ kind, why }) => [
      rule.id,
      cut(shownText(rule.title), 60),
      kind,
      shownText(why),
    ])
  );
  const nothing = rows.length === 0 && Object.keys(unconfirmed).length === 0;
  if (nothing) return print(context, "There is nothing to review.");
  if (rows.length > 0) {
    for (const line of table(["ID", "RULE", "CONCERN", "WHY"], rows)) {
      print(context, line);
    }
  }
  for (const [project, keys] of Object.entries(unconfirmed)) {
    print(context, `\nEntries of an earlier version for ${project},`);
    print(context, "which allow nothing, as they say too little or too much:");
    print(context, `  ${keys.map(shownText).join(", ")}`);
  }
}

/** Asks about each rule, and carries out each answer before the next. */
async function walk(
  context: OrchContext,
  subject: Subject,
  findings: readonly Finding[],
): Promise<void> {
  const inTeam = hasTeam(context, subject);
  for (const [index, { rule, concerns }] of findings.entries()) {
    print(context, `\n${index + 1} of ${findings.length}`);
    const verb = rule.status === "active" ? "Lets" : "Would let";
    print(context, `${verb} pass ${shownText(describeRule(rule))}.`);
    for (const { why } of concerns) print(context, `It ${shownText(why)}.`);
    for (const example of rule.evidence) {
      print(context, `  approved: ${shownText(example)}`);
    }
    const answer = await choose(
      context,
      shownText(rule.title),
      choicesFor(rule, {
        team: inTeam,
        agent: typeof reachRule(
          rule.id,
          "agent",
          judgingContext(context, rule.scope, [rule]),
        ) !== "string",
      }),
    );
    if (answer === "end") return;
    await carryOut(context, subject, rule, answer);
  }
}

/** Whether other agents work in the agent's project. */
function hasTeam(context: OrchContext, { record }: Subject): boolean {
  if (record === undefined) return false;
  using journal = openJournal(context);
  return journal.agents.inProject(record.project).length > 1;
}

function choicesFor(
  rule: Rule,
  may: { readonly team: boolean; readonly agent: boolean },
): Choice<Answer>[] {
  const waits = rule.status === "candidate";
  const narrows = !waits && rule.pattern.exact === undefined &&
    rule.evidence.length > 0;
  return [
    { value: "later", name: "Leave it for now" },
    waits
      ? { value: "keep", name: "Confirm it: it answers from now on" }
      : { value: "keep", name: "Keep it as it is" },
    ...(narrows
      ? [{ value: "narrow", name: "Narrow it to what was approved" } as const]
      : []),
    ...(waits ? [] : wider(rule, may)),
    { value: "revoke", name: "Revoke it: ask me about it" },
    { value: "end", name: "End the review" },
  ];
}

/** How far a rule may reach instead. */
function wider(
  { reach = "project" }: Rule,
  may: { readonly team: boolean; readonly agent: boolean },
): Choice<Answer>[] {
  if (reach !== "project") {
    return [{
      value: "project",
      name: "Hold it to its project, for this agent",
    }];
  }
  return [
    ...may.team
      ? [
        {
          value: "team",
          name: "Let every agent of its project use it",
        } as const,
      ]
      : [],
    ...may.agent
      ? [{ value: "agent", name: "Let it hold in every project" } as const]
      : [],
  ];
}

async function carryOut(
  context: OrchContext,
  subject: Subject,
  { id, title, scope }: Rule,
  answer: Exclude<Answer, "end">,
): Promise<void> {
  if (answer === "later") return;
  let changed = false;
  await updateAgentFile(subject.path, subject.name, (file) => {
    const judging = judgingContext(context, scope, file.rules);
    const rules = changedBy(answer, id, judging);
    changed = rules !== file.rules;
    return changed ? { ...file, rules } : file;
  });
  if (changed) noteChange(context, subject.name, answer, [{ id, title }]);
  const shown = shownText(title);
  print(
    context,
    changed
      ? done[answer].replace("it", () => shown)
      : `${shown} cannot be narrowed: revoke it instead.`,
  );
}

/** What is said of a rule that was changed. */
const done: Readonly<Record<Exclude<Answer, "later" | "end">, string>> = {
  keep: "Kept it.",
  narrow: "Narrowed it.",
  revoke: "Revoked it.",
  team: "From now on, it holds for every agent of its project.",
  agent: "From now on, it holds in every project of this agent.",
  project: "From now on, it holds in its project, for this agent.",
};

function changedBy(
  answer: Exclude<Answer, "later" | "end">,
  id: string,
  judging: DecideContext,
): readonly Rule[] {
  switch (answer) {
    case "keep":
      return activateRule(id, judging);
    case "revoke":
      return revokeRule(judging.rules, id, judging.now);
    case "narrow":
      return narrowRule(id, judging);
    default: {
      const reached = reachRule(id, answer, judging);
      return typeof reached === "string" ? judging.rules : reached;
    }
  }
}

/** Asks whether entries of an earlier version may go. */
async function forget(
  context: OrchContext,
  { path, name }: Subject,
  unconfirmed: Readonly<Record<string, readonly string[]>>,
): Promise<void> {
  const keys = Object.values(unconfirmed).flat();
  if (keys.length === 0) return;
  print(context, `\nEntries of an earlier version, which allow nothing:`);
  print(context, `  ${keys.map(shownText).join(", ")}`);
  const answer = await choose(context, "What about them?", [
    { value: "later", name: "Leave them for now" },
    { value: "forget", name: "Forget them" },
  ]);
  if (answer === "forget") {
    await updateAgentFile(path, name, withoutUnconfirmed);
  }
}
