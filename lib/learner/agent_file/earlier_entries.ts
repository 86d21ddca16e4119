import { keysOf } from "./approve_view.ts";
import { judgeRequest } from "../requests/mod.ts";
import { categoryOf, idOf, titleOf } from "../rules/mod.ts";
import { normalisePath } from "../places/mod.ts";
import type { Rule } from "../rule.ts";
import { type Tier, tiers } from "../verdict.ts";

/** What the entries of one project's map come to. */
export interface EarlierEntries {
  /** Candidates that one approval here makes answer. */
  readonly rules: readonly Rule[];
  /** The entries that say too little, or too much, to become rules. */
  readonly rest: Readonly<Record<string, unknown>>;
}

/**
 * Reads a map of approved commands that no rule explains: it was written by an
 * earlier version or by hand.
 *
 * Such a map says no more than that something like it was let through once, so
 * nothing is answered from it. An entry that names a command the tables know,
 * and that may be learned at all, becomes a candidate; everything else is left
 * for a person to look at.
 *
 * @example Usage
 * ```ts
 * import { readEarlierEntries } from "./earlier_entries.ts";
 * import assert from "node:assert/strict";
 *
 * const { rules, rest } = readEarlierEntries(
 *   { exact_npm_run_dev: true, git: true, sudo: true },
 *   { project: "/srv/web", rules: [], date: new Date(0) },
 * );
 * assert.deepEqual(rules.map(({ title, status }) => [title, status]), [
 *   ["npm run dev", "candidate"],
 * ]);
 * assert.deepEqual(rest, { git: true, sudo: true });
 * ```
 *
 * @param entries The map.
 * @param place The project, the rules of the file, and when it was written.
 * @returns The candidates, and what is left.
 */
export function readEarlierEntries(
  entries: Readonly<Record<string, unknown>>,
  place: {
    readonly project: string;
    readonly rules: readonly Rule[];
    readonly date: Date;
  },
): EarlierEntries {
  const own = place.rules.filter(({ scope }) => scope === place.project);
  const explained = new Set(own.flatMap(keysOf));
  const known = new Set(own.map(({ id }) => id));
  const rules: Rule[] = [];
  const rest: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(entries)) {
    if (value === true && explained.has(key)) continue;
    const rule = value === true ? candidateOf(key, place) : undefined;
    if (rule === undefined) rest[key] = value;
    else if (!known.has(rule.id)) rules.push(rule);
    if (rule !== undefined) known.add(rule.id);
  }
  return { rules, rest };
}

const most = tiers.indexOf("fetch" satisfies Tier);

function candidateOf(
  key: string,
  { project, date }: { readonly project: string; readonly date: Date },
): Rule | undefined {
  const command = commandOfKey(key);
  if (command === undefined || !project.startsWith("/")) return undefined;
  const judged = judgeRequest(
    { kind: "command", command, complete: true },
    // Nothing that such a key can say depends on whose home it is.
    {
      project: normalisePath(project),
      home: "/",
      autonomy: "supervised",
      rules: [],
      now: 0,
    },
  );
  if (judged.kind === "refused") return undefined;
  const [part, ...others] = judged.readings[0] ?? [];
  const pattern = part?.patterns.at(-1);
  if (part === undefined || pattern === undefined || others.length > 0) {
    return undefined;
  }
  const tier = tiers.indexOf(part.tier);
  const learnable = pattern.exact === undefined && tier <= most &&
    part.tier !== "read" && part.needs === 1;
  if (!learnable) return undefined;
  return {
    id: idOf(pattern, project),
    title: titleOf(pattern),
    category: categoryOf(pattern),
    pattern,
    scope: project,
    tier: part.tier,
    evidence: [],
    approvals: 0,
    denials: 0,
    uses: 0,
    learned: date.toISOString(),
    used: date.toISOString(),
    origin: "earlier",
    source: `the entry ${key}`,
    status: "candidate",
  };
}

/**
 * The command that a key of such a map stands for.
 *
 * In a key every blank, slash and colon is `_`, so only those are read that
 * can stand for one command alone: plain words, and addresses of this machine.
 *
 * @param key The key, such as `exact_npm_run_dev`.
 * @returns The command, `undefined` if it cannot be told.
 */
export function commandOfKey(key: string): string | undefined {
  const address =
    /^(?:exact_)?curl_(?:http___)?(?:(?:localhost|127\.0\.0\.1)_)?(\d{2,5})_?$/
      .exec(key);
  if (address !== null) return `curl http://localhost:${address[1]}/`;
  // Which port is meant cannot be told.
  if (/^(?:exact_)?curl_/.test(key)) return undefined;
  const words = key.replace(/^exact_/, "").split("_");
  const plain = words.every((word) => /^[a-z][a-z0-9.-]*$/.test(word));
  return plain && words.length <= 4 ? words.join(" ") : undefined;
}
