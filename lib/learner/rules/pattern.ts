import {
  anyReader,
  folderElsewhere,
  isAmong,
  widenPlaces,
} from "../assessment/mod.ts";
import type { Pattern, RuleCategory } from "../rule.ts";

const lists = ["flags", "operands", "environment", "redirects"] as const;

/**
 * Whether what a rule matches includes a command.
 *
 * @param rule The rule's pattern.
 * @param command The command's own least general pattern.
 * @returns Whether the rule speaks of the command.
 */
export function covers(rule: Pattern, command: Pattern): boolean {
  if (rule.exact !== undefined || command.exact !== undefined) {
    return rule.exact === command.exact && rule.beside === command.beside &&
      rule.directory === command.directory && rule.content === command.content;
  }
  return sameKey(rule, command) && rule.content === command.content &&
    lists.every((list) =>
      (command[list] ?? []).every((item) => isAmong(item, rule[list] ?? []))
    );
}

/**
 * Whether a rule was learned of the task as it is now.
 *
 * @param rule The rule's pattern; without a task it holds for any.
 * @param command The command's own pattern.
 * @returns Whether what the task does has not changed.
 */
export function isSameTask(rule: Pattern, command: Pattern): boolean {
  return rule.task === undefined || rule.task === command.task;
}

/**
 * Whether two patterns are about the same thing and may be made one.
 *
 * @param first One pattern.
 * @param second Another.
 * @returns Whether program, subcommand and host are the same.
 */
export function sameKey(first: Pattern, second: Pattern): boolean {
  if (
    first.exact !== second.exact || first.content !== second.content ||
    first.beside !== second.beside
  ) {
    return false;
  }
  if (first.exact !== undefined) return first.directory === second.directory;
  const words = first.subcommand ?? [];
  const others = second.subcommand ?? [];
  return first.program === second.program && first.host === second.host &&
    words.length === others.length &&
    words.every((word, index) => word === others[index]);
}

/**
 * What a pattern is about, as one text.
 *
 * @param pattern The pattern.
 * @returns A text that is equal for patterns with the same key.
 */
export function keyOf(pattern: Pattern): string {
  if (pattern.exact !== undefined) {
    return JSON.stringify([
      "exact",
      pattern.exact,
      pattern.directory,
      pattern.content,
      ...besideOf(pattern),
    ]);
  }
  return JSON.stringify([
    pattern.program,
    pattern.subcommand ?? [],
    pattern.host,
    pattern.content,
    ...besideOf(pattern),
  ]);
}

/** Keys of rules that work in their own project stay as they always were. */
function besideOf({ beside }: Pattern): readonly string[] {
  return beside === undefined ? [] : [beside];
}

/**
 * The least general pattern that covers two patterns of the same key.
 *
 * What was learned of a task that does something else by now is dropped.
 *
 * @param first One pattern.
 * @param second Another.
 * @returns What covers both.
 */
export function joinPatterns(first: Pattern, second: Pattern): Pattern {
  if (first.task !== second.task) return second;
  const joined: Pattern = { ...first };
  for (const list of lists) {
    const both = new Set([...first[list] ?? [], ...second[list] ?? []]);
    const items = first.program === anyReader
      ? widenPlaces([...both])
      : [...both];
    if (items.length > 0) Object.assign(joined, { [list]: [...items].sort() });
  }
  return joined;
}

/**
 * The category in which people know a pattern.
 *
 * @param pattern The pattern.
 * @returns Its category.
 */
export function categoryOf(pattern: Pattern): RuleCategory {
  if (pattern.exact !== undefined) return "exact";
  if (pattern.environment !== undefined) return "environment-variable";
  const whole = pattern.subcommand === undefined && pattern.host === undefined;
  return whole ? "base-command" : "pattern";
}

/**
 * What people would call a pattern, such as `git commit *`.
 *
 * @param pattern The pattern.
 * @returns Its title.
 *
 * @example Usage
 * ```ts
 * import { titleOf } from "../mod.ts";
 * import assert from "node:assert/strict";
 *
 * const pattern = { program: "curl", host: "localhost:3000" };
 * assert.equal(titleOf(pattern), "curl localhost:3000/*");
 * ```
 */
export function titleOf(pattern: Pattern): string {
  const { beside, ...rest } = pattern;
  if (beside !== undefined) return `${titleOf(rest)} (in ${beside})`;
  if (pattern.exact !== undefined) return pattern.exact;
  const { program = "", subcommand = [], operands = [], host } = pattern;
  if (program === anyReader) {
    const places = operands.map((kind) =>
      kind === "outside-path"
        ? "files outside the project"
        : folderElsewhere(kind) ?? kind.replace("under:", "")
    );
    return `read ${places.join(", ")}`;
  }
  const words = operands.filter((kind) => kind.startsWith("="))
    .map((kind) => kind.slice(1));
  const open = operands.some((kind) => !kind.startsWith("=")) ||
    (pattern.flags?.length ?? 0) > 0;
  const reach = host === undefined || program.includes(":") ? [] : [
    /^[\w.-]+(:\d+)?$/.test(host) && /^(curl|wget)$/.test(program)
      ? `${host}/*`
      : `(${host})`,
  ];
  return [
    ...(pattern.environment ?? []).map((one) => `${one.split("=")[0]}=…`),
    program,
    ...subcommand,
    ...(words.length > 0 ? [words.join("|")] : []),
    ...reach,
    ...(open && reach.length === 0 ? ["*"] : []),
    ...(pattern.redirects ?? []).map((kind) =>
      `> ${kind.replace("-path", "")}`
    ),
  ].filter((word) => word !== "").join(" ");
}

/**
 * A short name for a rule, the same wherever the same thing is learned.
 *
 * @param pattern What it matches.
 * @param scope Where it holds.
 * @returns The id.
 */
export function idOf(pattern: Pattern, scope: string): string {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (const character of `${scope}\n${keyOf(pattern)}`) {
    const code = character.codePointAt(0)!;
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^
    Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^
    Math.imul(high ^ (high >>> 13), 3266489909);
  const number = 4294967296 * (2097151 & low) + (high >>> 0);
  return `r-${number.toString(36).padStart(11, "0")}`;
}
