import { decide } from "../decide.ts";
import { learn, usedRules, useRule } from "../learning/mod.ts";
import type { DecideContext, Policy } from "../request.ts";
import type { Rule } from "../rule.ts";
import type { Autonomy, Verdict } from "../verdict.ts";
import type { TraceLine } from "./trace.ts";
import { TraceFiles } from "./trace_files.ts";
import { placesOf, resolverOf } from "./trace_places.ts";

/** How a trace is replayed. */
export interface ReplayOptions {
  /** How much passes the first time. */
  readonly autonomy: Autonomy;
  /** What people have laid down. */
  readonly policy?: Policy;
  /**
   * Called with each command that reached the person.
   *
   * @param line The command.
   * @param verdict Why it did.
   */
  readonly asked?: (line: TraceLine, verdict: Verdict) => void;
}

/** One day of one project, as it was replayed. */
export interface ReplayedDay {
  /** The project's name. */
  readonly project: string;
  /** The day, such as `2026-11-22`, in UTC. */
  readonly day: string;
  /** Which of the project's days with commands it is, from 1. */
  readonly activeDay: number;
  /** How many commands there were. */
  readonly total: number;
  /** How many passed without a person. */
  readonly auto: number;
  /** How many reached the person. */
  readonly manual: number;
  /** The part that reached the person, from 0 to 1. */
  readonly manualRate: number;
}

/** What came of a trace. */
export interface Replayed {
  /** How many commands there were. */
  readonly total: number;
  /** How many passed without a person. */
  readonly auto: number;
  /** How many reached the person. */
  readonly manual: number;
  /** How many of those the person denied. */
  readonly denied: number;
  /** How many passed at which a careful person would stop. */
  readonly dangerousAllowed: number;
  /** The days, by project and in order. */
  readonly perDay: readonly ReplayedDay[];
  /** What was learned. */
  readonly rules: readonly Rule[];
}

/**
 * Runs the learner over a trace, with a stand-in for the person.
 *
 * Each project learns for itself and starts with nothing. What reaches the
 * person is denied where the trace calls it dangerous, and approved elsewhere;
 * what passes by itself teaches nothing. Files and links of the machine are not
 * looked at; of files, only what the session itself wrote into them is known.
 *
 * @example Usage
 * ```ts
 * import { parseTrace, replay } from "./mod.ts";
 * import assert from "node:assert/strict";
 *
 * const line = { t: "2026-03-01T09:00:00Z", project: "web", cmd: "npm test" };
 * const trace = [line, line].map((row) => JSON.stringify(row)).join("\n");
 * const { auto, manual } = replay(parseTrace(trace, "web.jsonl"), {
 *   autonomy: "supervised",
 * });
 * assert.deepEqual([auto, manual], [1, 1]);
 * ```
 *
 * @param lines The trace.
 * @param options How it is replayed.
 * @returns What came of it.
 */
export function replay(
  lines: readonly TraceLine[],
  options: ReplayOptions,
): Replayed {
  const { autonomy, policy, asked } = options;
  const places = placesOf(lines);
  const known = new Map<string, readonly Rule[]>();
  const days = new Map<string, { auto: number; manual: number }>();
  const sessions = new Map<string, TraceFiles>();
  let denied = 0;
  let dangerousAllowed = 0;
  for (const line of lines) {
    const { project, danger } = line;
    const rules = known.get(project) ?? [];
    const place = places.get(project)!;
    const session = JSON.stringify([project, line.session]);
    const files = sessions.get(session) ?? new TraceFiles(place);
    sessions.set(session, files);
    const context: DecideContext = {
      ...place,
      resolve: resolverOf(place.project),
      text: (path) => files.text(path),
      fingerprint: (path) => files.fingerprint(path),
      made: (path) => files.made(path),
      built: (path) => files.built(path),
      ...(line.directory?.startsWith("/") && { directory: line.directory }),
      ...(policy && { policy }),
      autonomy,
      rules,
      now: line.at,
    };
    const request = { kind: "command", command: line.command, complete: true };
    const verdict = decide(request, context);
    const day = countOf(days, line);
    if (verdict.decision === "ask") {
      day.manual += 1;
      if (danger !== "") denied += 1;
      asked?.(line, verdict);
      const answer = danger === "" ? "approved" : "denied";
      known.set(project, learn(request, answer, context).rules);
      if (danger === "") files.run(line.command, context.directory);
      continue;
    }
    day.auto += 1;
    if (verdict.decision !== "allow") continue;
    if (danger !== "") dangerousAllowed += 1;
    files.run(line.command, context.directory);
    const used = usedRules(verdict);
    if (used.length > 0) {
      known.set(
        project,
        used.reduce<readonly Rule[]>(
          (rules, id) => useRule(rules, id, line.at),
          rules,
        ),
      );
    }
  }
  const perDay = daysOf(days);
  const sum = (key: "auto" | "manual") =>
    perDay.reduce((sum, day) => sum + day[key], 0);
  return {
    total: lines.length,
    auto: sum("auto"),
    manual: sum("manual"),
    denied,
    dangerousAllowed,
    perDay,
    rules: [...known.values()].flat().map(ofAnyTask),
  };
}

/** Nothing is known of what the tasks of a trace's projects do. */
function ofAnyTask(rule: Rule): Rule {
  const { task: _, ...pattern } = rule.pattern;
  return { ...rule, pattern };
}

function countOf(
  days: Map<string, { auto: number; manual: number }>,
  { project, at }: TraceLine,
): { auto: number; manual: number } {
  const key = JSON.stringify([
    project,
    new Date(at).toISOString().slice(0, 10),
  ]);
  let day = days.get(key);
  if (day === undefined) days.set(key, day = { auto: 0, manual: 0 });
  return day;
}

function daysOf(
  days: ReadonlyMap<string, { auto: number; manual: number }>,
): ReplayedDay[] {
  const active = new Map<string, number>();
  return [...days].map(([key, count]) => {
    const [project, day] = JSON.parse(key) as [string, string];
    return { project, day, ...count };
  }).sort((one, other) =>
    one.project === other.project
      ? one.day < other.day ? -1 : 1
      : one.project < other.project
      ? -1
      : 1
  ).map(({ project, day, auto, manual }) => {
    const activeDay = (active.get(project) ?? 0) + 1;
    active.set(project, activeDay);
    const total = auto + manual;
    const manualRate = manual / total;
    return { project, day, activeDay, total, auto, manual, manualRate };
  });
}
