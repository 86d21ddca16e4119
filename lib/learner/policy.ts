import type { PolicyTexts } from "./assessment/mod.ts";
import type { Policy } from "./request.ts";
import type { Decision } from "./verdict.ts";
import { fitsWildcard } from "./wildcard.ts";

/** What a policy says of a command, and the pattern that says it. */
export interface PolicyAnswer {
  /** What it says. */
  readonly decision: Decision;
  /** The pattern as it was written. */
  readonly pattern: string;
  /** Whether the pattern is the very command, and so reaches what is critical. */
  readonly exact: boolean;
}

/**
 * Asks a policy about one simple command, file, address or tool.
 *
 * `deny` and `ask` are taken broadly: the program may be written with its
 * folder, flags may stand before its subcommand, variables and redirects are
 * overlooked. `allow` is taken narrowly: only the very words count, a `*` in
 * the first word stays in there, and none stands for a redirect or for what is
 * only known when the command runs.
 *
 * @param texts What it is known as.
 * @param policy What people have laid down.
 * @returns What it says, `undefined` if nothing.
 */
export function askPolicy(
  texts: PolicyTexts,
  policy: Policy | undefined,
): PolicyAnswer | undefined {
  if (policy === undefined) return undefined;
  for (const decision of ["deny", "ask"] as const) {
    const pattern = policy[decision].find((one) =>
      texts.broad.some((text) => fitsBroadly(one, text))
    );
    if (pattern !== undefined) return { decision, pattern, exact: false };
  }
  const { open, exact } = texts;
  const very = exact === undefined
    ? undefined
    : policy.allow.find((one) => isLiterally(one, exact));
  if (very !== undefined) {
    return { decision: "allow", pattern: very, exact: true };
  }
  if (open === undefined) return undefined;
  const pattern = policy.allow.find((one) => fitsNarrowly(one, open));
  if (pattern === undefined) return undefined;
  return { decision: "allow", pattern, exact: false };
}

/**
 * Tells whether a policy allows a whole line by its very words.
 *
 * @param line The line, as the agent gives it.
 * @param policy What people have laid down.
 * @returns The pattern that is the line; `undefined` if none is.
 */
export function exactLine(
  line: string,
  policy: Policy | undefined,
): string | undefined {
  const text = line.trim();
  return policy?.allow.find((one) => isLiterally(one, text));
}

/**
 * Puts what several people or files have laid down together.
 *
 * @param policies The policies, in any order.
 * @returns One policy that says what any of them says.
 */
export function joinPolicies(
  policies: readonly (Policy | undefined)[],
): Policy {
  const list = (key: keyof Policy) => [
    ...new Set(policies.flatMap((policy) => policy?.[key] ?? [])),
  ];
  return { allow: list("allow"), ask: list("ask"), deny: list("deny") };
}

/** Whether a pattern without a `*` stands for the very text. */
function isLiterally(pattern: string, text: string): boolean {
  if (pattern.length < text.length) return false;
  const whole = pattern.trim();
  return whole.replaceAll("\\*", "*") === text && !/(?<!\\)\*/.test(whole);
}

function fitsBroadly(pattern: string, text: string): boolean {
  const { core, more } = readPattern(pattern);
  return fitsWildcard(core, text) ||
    more !== undefined && fitsWildcard(more, text);
}

function fitsNarrowly(pattern: string, text: string): boolean {
  const { core, more, closed, rest, moreRest } = readPattern(pattern);
  // Whoever allows anything has not written down what.
  if (core.startsWith("*") || core === "") return false;
  const other = divide(text);
  const words = other.closed.slice(0, closed.length);
  const left = [...other.closed.slice(closed.length), other.rest].join("");
  return closed.length === words.length &&
    closed.every((word, index) => fitsWildcard(word, words[index]!)) &&
    (fitsWildcard(rest, left) ||
      more !== undefined && fitsWildcard(moreRest, left));
}

/** A last ` *` stands for nothing, too; a tool is meant with all it is given. */
function readPattern(pattern: string): ReadPattern {
  const known = read.get(pattern);
  if (known !== undefined) return known;
  const text = pattern.trim().replace(/\s+/g, " ");
  const ends = text.endsWith(" *");
  const core = ends ? text.slice(0, -2) : text;
  const open = ends || /^mcp \S+ \S+$/.test(core);
  const { closed, rest } = divide(core);
  const made: ReadPattern = {
    core,
    more: open ? `${core} *` : undefined,
    closed,
    rest,
    moreRest: `${rest} *`,
  };
  read.set(pattern, made);
  return made;
}

/** A pattern, taken apart. */
interface ReadPattern {
  /** The pattern without a last ` *`. */
  readonly core: string;
  /** The same with it, if it stands there. */
  readonly more: string | undefined;
  /** Its words in which a `*` stays. */
  readonly closed: readonly string[];
  /** What follows them. */
  readonly rest: string;
  /** The same with a last ` *`. */
  readonly moreRest: string;
}

const read = new Map<string, ReadPattern>();

/**
 * Divides a text after what a `*` must not leave: the program's name, server
 * and tool of `mcp`, the host of `fetch`.
 */
function divide(text: string): { closed: string[]; rest: string } {
  const [, ...parts] = /^(fetch)( (?:\w+:\/\/)?[^/\s]*)(.*)$/s.exec(text) ??
    /^(mcp)( \S+)?( \S+)?(.*)$/s.exec(text) ?? /^(\S*)(.*)$/s.exec(text)!;
  const rest = parts.pop()!;
  return { closed: parts.filter((part) => part !== undefined), rest };
}
