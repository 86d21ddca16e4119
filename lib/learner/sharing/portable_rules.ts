import { decide } from "../decide.ts";
import { isIdle } from "../rules/mod.ts";
import type { DecideContext } from "../request.ts";
import type { Pattern, Rule } from "../rule.ts";

/** A rule, as far as plain words can say what it allows. */
export interface PortableRule {
  /** The rule's title. */
  readonly title: string;
  /** Whole commands that it allows, each as its words; at least one. */
  readonly commands: readonly (readonly string[])[];
  /** All that begin alike and go on with any of some words. */
  readonly family?: {
    readonly start: readonly string[];
    readonly words: readonly string[];
  };
}

/** What of some rules can be said in plain words. */
export interface PortableRules {
  /** What they allow. */
  readonly allowed: readonly PortableRule[];
  /** Whole commands that a person denied, each as its words. */
  readonly asked: readonly (readonly string[])[];
  /** The rules of which nothing can be said, and why, as a clause. */
  readonly left: readonly { readonly title: string; readonly why: string }[];
}

/**
 * Says in plain words what rules allow, for those who know nothing else.
 *
 * Nothing is said that the rule itself does not allow: every command is judged
 * once more, in the project and in a folder of it, by that rule alone. What a
 * rule rests on besides words (the content of a script, one folder, variables,
 * where output goes) cannot be said, and such a rule is left out.
 *
 * @example Usage
 * ```ts
 * import { portableRules, preapprovals } from "../mod.ts";
 * import assert from "node:assert/strict";
 *
 * const place = { project: "/srv/web", home: "/home/dev", now: 0 };
 * const rules = preapprovals({ kinds: ["node"], commands: ["npm test"] }, place);
 * const { allowed } = portableRules({ ...place, autonomy: "supervised", rules });
 * assert.deepEqual(allowed, [
 *   { title: "npm test", commands: [["npm", "test"]] },
 * ]);
 * ```
 *
 * @param context The rules, and where they hold.
 * @param options Whether to say also what holds only while a script or a task
 * stays the same, and would hold without that.
 * @returns What can be said, and what cannot.
 */
export function portableRules(
  context: DecideContext,
  { unbound = false }: { readonly unbound?: boolean } = {},
): PortableRules {
  const allowed: PortableRule[] = [];
  const left: { title: string; why: string }[] = [];
  const asked = new Map<string, readonly string[]>();
  for (const rule of context.rules) {
    if (rule.status === "revoked") {
      for (const text of deniedBy(rule)) asked.set(text, text.split(" "));
      continue;
    }
    const why = whyLeft(rule, context, unbound);
    if (why !== undefined) {
      left.push({ title: rule.title, why });
      continue;
    }
    const judge = judgeOf(rule, context);
    const commands = samplesOf(rule).filter(judge);
    if (commands.length === 0) {
      left.push({ title: rule.title, why: "allows no command in plain words" });
      continue;
    }
    const family = familyOf(rule.pattern, judge);
    allowed.push({
      title: rule.title,
      commands: commands.map((text) => text.split(" ")),
      ...(family !== undefined && { family }),
    });
  }
  return { allowed, asked: [...asked.values()], left };
}

/** Words that mean themselves wherever they are written. */
const plain = /^[A-Za-z0-9][\w.+/-]*( [\w@%+=:,./-]+)*$/;

function whyLeft(
  rule: Rule,
  { project, now }: DecideContext,
  unbound: boolean,
): string | undefined {
  const { pattern, scope, status, reach } = rule;
  if (status === "candidate") return "does not answer yet";
  if (isIdle(rule, now)) return "has expired";
  if (scope !== project && reach !== "agent") return `holds in ${scope}`;
  if (rule.origin === "person") return "was written by hand";
  const bound = pattern.content !== undefined || pattern.task !== undefined;
  if (bound && !unbound) return "holds while what it runs stays the same";
  if (pattern.exact !== undefined || pattern.beside !== undefined) {
    return "holds in one folder";
  }
  const files = /^(edit|write|read) file$/.test(pattern.program ?? "");
  return files ? "is about files" : undefined;
}

function deniedBy(rule: Rule): string[] {
  const { counterExamples = [], pattern: { exact } } = rule;
  const texts = [...counterExamples, ...exact === undefined ? [] : [exact]]
    .filter((text) => plain.test(text));
  // What a person took back was not denied word by word.
  return texts.length > 0 ? texts : samplesOf(rule);
}

/** What was approved, and the shortest command that the pattern may match. */
function samplesOf({ pattern, evidence }: Rule): string[] {
  return [...new Set([...evidence, startOf(pattern).join(" ")])]
    .filter((text) => plain.test(text));
}

function startOf({ program = "", subcommand = [] }: Pattern): string[] {
  return [program, ...subcommand];
}

/** Judges whether a command passes by a rule alone, wherever it is run. */
function judgeOf(
  rule: Rule,
  context: DecideContext,
): (command: string) => boolean {
  const denied = context.rules.filter(({ status }) => status === "revoked");
  const rules = [rule, ...denied];
  const folders = [context.project, `${context.project}/folder`];
  return (command) =>
    folders.every((directory) => {
      const verdict = decide({ kind: "command", command, complete: true }, {
        ...context,
        directory,
        policy: { allow: [], ask: [], deny: [] },
        autonomy: "supervised",
        rules,
      });
      return verdict.decision === "allow" && verdict.rule === rule.id;
    });
}

/** How many words may follow. */
const mostWords = 8;

/** All commands of a pattern that stands for nothing but given words. */
function familyOf(
  pattern: Pattern,
  judge: (command: string) => boolean,
): PortableRule["family"] {
  const { flags = [], operands = [], host, environment, redirects } = pattern;
  const open = host ?? environment ?? redirects ??
    operands.find((kind) => !kind.startsWith("="));
  const words = [...flags, ...operands.map((kind) => kind.slice(1))];
  if (open !== undefined || words.length === 0 || words.length > mostWords) {
    return undefined;
  }
  const start = startOf(pattern);
  const begin = start.join(" ");
  const commands = [
    begin,
    ...words.map((one) => `${begin} ${one}`),
    ...words.flatMap((one) => words.map((other) => `${begin} ${one} ${other}`)),
  ];
  return commands.every((text) => plain.test(text) && judge(text))
    ? { start, words }
    : undefined;
}
