import type { PolicyTexts } from "./policy_texts.ts";
import type { Policy } from "./request.ts";
import type { Decision } from "./verdict.ts";

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
      texts.broad.some((text) => expressionOf(one, "broad").test(text))
    );
    if (pattern !== undefined) return { decision, pattern, exact: false };
  }
  const { open, exact } = texts;
  const very = exact === undefined
    ? undefined
    : policy.allow.find((one) => literalOf(one) === exact);
  if (very !== undefined) {
    return { decision: "allow", pattern: very, exact: true };
  }
  if (open === undefined) return undefined;
  const pattern = policy.allow.find((one) =>
    expressionOf(one, "narrow").test(open)
  );
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
  return policy?.allow.find((one) => literalOf(one) === text);
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

/** A pattern without a `*` as the text it stands for. */
function literalOf(pattern: string): string | undefined {
  const text = pattern.trim();
  return /(^|[^\\])\*/.test(text) ? undefined : text.replaceAll("\\*", "*");
}

const compiled = new Map<string, RegExp>();

function expressionOf(pattern: string, how: "broad" | "narrow"): RegExp {
  const key = `${how} ${pattern}`;
  let expression = compiled.get(key);
  if (expression === undefined) {
    expression = how === "broad" ? broadOf(pattern) : narrowOf(pattern);
    compiled.set(key, expression);
  }
  return expression;
}

function broadOf(pattern: string): RegExp {
  return new RegExp(`^${sourceOf(tidy(pattern), () => ".*")}$`, "s");
}

/** Nothing fits this. */
const nothing = /(?!)/;

function narrowOf(pattern: string): RegExp {
  const text = tidy(pattern);
  // Whoever allows anything has not written down what.
  if (text.startsWith("*") || text === "") return nothing;
  const closed = closedUntil(text);
  const source = sourceOf(
    text,
    (at) =>
      at < closed ? (text.startsWith("fetch ") ? "[^/\\s]*" : "\\S*") : ".*",
  );
  return new RegExp(`^${source}$`, "s");
}

/**
 * Up to where a `*` stays within its word: in the program's name, the server
 * and tool of `mcp`, the host of `fetch`.
 */
function closedUntil(text: string): number {
  const head = /^fetch (?:\w+:\/\/)?[^/\s]*/.exec(text) ??
    /^mcp \S* \S*/.exec(text) ?? /^\S*/.exec(text)!;
  // A last ` *` is for all that may follow.
  return / \*$/.test(head[0]) && head[0].length === text.length
    ? head[0].length - 1
    : head[0].length;
}

function tidy(pattern: string): string {
  return pattern.trim().replace(/\s+/g, " ");
}

/** The source of an expression, with something in place of every `*`. */
function sourceOf(text: string, star: (at: number) => string): string {
  const open = text.endsWith(" *");
  const end = open ? text.length - 2 : text.length;
  let source = "";
  for (let at = 0; at < end; at++) {
    const character = text[at]!;
    if (character === "\\" && text[at + 1] === "*") {
      source += "\\*";
      at += 1;
    } else if (character === "*") source += star(at);
    else source += character.replace(/[\\^$.*+?()[\]{}|/-]/, "\\$&");
  }
  return open ? `${source}( .*)?` : source;
}
