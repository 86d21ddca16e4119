import type { Pattern, Reach, Rule, RuleCategory } from "../rule.ts";
import { type Tier, tiers } from "../verdict.ts";

const categories: readonly RuleCategory[] = [
  "base-command",
  "environment-variable",
  "pattern",
  "exact",
];
const origins: readonly Rule["origin"][] = [
  "approval",
  "setup",
  "person",
  "import",
  "earlier",
];
const reaches: readonly Reach[] = ["project", "team", "agent"];
const statuses: readonly Rule["status"][] = ["active", "candidate", "revoked"];

const patternTexts = [
  "program",
  "host",
  "exact",
  "directory",
  "content",
  "task",
  "beside",
] as const satisfies (keyof Pattern)[];
const patternLists = [
  "subcommand",
  "flags",
  "operands",
  "environment",
  "redirects",
] as const satisfies (keyof Pattern)[];

/** What is wrong with a rule that was read from a file. */
export interface RuleFault {
  /** The field, such as `pattern.flags`. */
  readonly field: string;
  /** What it must be. */
  readonly expected: string;
}

/**
 * Checks that a value read from a file is a rule.
 *
 * A rule that was damaged or written by hand must not answer by accident, so
 * every field is checked. Fields it does not know are left alone.
 *
 * @param value The value.
 * @returns The first fault, `undefined` if the value is a rule.
 */
export function findRuleFault(value: unknown): RuleFault | undefined {
  if (!isRecord(value)) return { field: "", expected: "an object" };
  return text("id") ?? text("title") ?? one("category", categories) ??
    findPatternFault(value["pattern"]) ?? path("scope") ??
    unless("reach", (field) => one(field, reaches)) ??
    one("tier", tiers satisfies readonly Tier[]) ?? texts("evidence") ??
    unless("counterExamples", texts) ?? unless("source", text) ??
    unless("reviewed", date) ??
    count("approvals") ?? count("denials") ?? count("uses") ??
    date("learned") ?? date("used") ?? one("origin", origins) ??
    one("status", statuses) ?? findTierFault(value);

  function text(field: string): RuleFault | undefined {
    const content = (value as Record<string, unknown>)[field];
    if (typeof content === "string" && content !== "") return undefined;
    return { field, expected: "a text" };
  }

  /** Checks a field that need not be there. */
  function unless(
    field: string,
    check: (field: string) => RuleFault | undefined,
  ): RuleFault | undefined {
    const content = (value as Record<string, unknown>)[field];
    return content === undefined ? undefined : check(field);
  }

  function path(field: string): RuleFault | undefined {
    const content = (value as Record<string, unknown>)[field];
    if (typeof content === "string" && content.startsWith("/")) {
      return undefined;
    }
    return { field, expected: "an absolute path" };
  }

  function texts(field: string): RuleFault | undefined {
    const content = (value as Record<string, unknown>)[field];
    return isTexts(content)
      ? undefined
      : { field, expected: "a list of texts" };
  }

  function count(field: string): RuleFault | undefined {
    const content = (value as Record<string, unknown>)[field];
    if (Number.isSafeInteger(content) && (content as number) >= 0) {
      return undefined;
    }
    return { field, expected: "a whole number, 0 or more" };
  }

  function date(field: string): RuleFault | undefined {
    const content = (value as Record<string, unknown>)[field];
    if (typeof content === "string" && !Number.isNaN(Date.parse(content))) {
      return undefined;
    }
    return { field, expected: "a date, such as 2026-01-31T09:00:00Z" };
  }

  function one(
    field: string,
    allowed: readonly string[],
  ): RuleFault | undefined {
    const content = (value as Record<string, unknown>)[field];
    if (typeof content === "string" && allowed.includes(content)) {
      return undefined;
    }
    return { field, expected: `one of ${allowed.join(", ")}` };
  }
}

function findPatternFault(pattern: unknown): RuleFault | undefined {
  if (!isRecord(pattern)) return { field: "pattern", expected: "an object" };
  for (const field of patternTexts) {
    if (pattern[field] !== undefined && typeof pattern[field] !== "string") {
      return { field: `pattern.${field}`, expected: "a text" };
    }
  }
  for (const field of patternLists) {
    if (pattern[field] !== undefined && !isTexts(pattern[field])) {
      return { field: `pattern.${field}`, expected: "a list of texts" };
    }
  }
  if (!pattern["program"] && !pattern["exact"]) {
    return { field: "pattern", expected: "a program or an exact text" };
  }
  return undefined;
}

function findTierFault(rule: Record<string, unknown>): RuleFault | undefined {
  const above = tiers.indexOf(rule["tier"] as Tier) > tiers.indexOf("fetch");
  if (!above || rule["origin"] === "person") return undefined;
  return {
    field: "tier",
    expected: "at most fetch: the rest is never learned",
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isTexts(value: unknown): boolean {
  return Array.isArray(value) &&
    value.every((item) => typeof item === "string");
}
