import type { Policy } from "./request.ts";
import type { Decision } from "./verdict.ts";

/** What a policy says of a command, and the pattern that says it. */
export interface PolicyAnswer {
  /** What it says. */
  readonly decision: Decision;
  /** The pattern as it was written. */
  readonly pattern: string;
}

/**
 * Asks a policy about one simple command or file.
 *
 * `deny` and `ask` are taken broadly: the program may be written with its
 * folder, variables and redirects are overlooked. `allow` is taken narrowly:
 * only the very words count.
 *
 * @param texts The command as judged, and its bare words.
 * @param policy What people have laid down.
 * @returns What it says, `undefined` if nothing.
 */
export function askPolicy(
  texts: { readonly whole: string; readonly bare: string },
  policy: Policy | undefined,
): PolicyAnswer | undefined {
  if (policy === undefined) return undefined;
  const base = texts.bare.replace(/^\S*\/(?=[^/\s]+(\s|$))/, "");
  for (const decision of ["deny", "ask"] as const) {
    const pattern = policy[decision].find((one) =>
      [texts.whole, texts.bare, base].some((text) => fits(one, text))
    );
    if (pattern !== undefined) return { decision, pattern };
  }
  const pattern = policy.allow.find((one) => fits(one, texts.whole));
  return pattern === undefined ? undefined : { decision: "allow", pattern };
}

const compiled = new Map<string, RegExp>();

function fits(pattern: string, text: string): boolean {
  let expression = compiled.get(pattern);
  if (expression === undefined) {
    const trimmed = pattern.trim().replace(/\s+/g, " ");
    const open = trimmed.endsWith(" *");
    const source = (open ? trimmed.slice(0, -2) : trimmed)
      .split("*")
      .map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"))
      .join(".*");
    expression = new RegExp(`^${source}${open ? "( .*)?" : ""}$`, "s");
    compiled.set(pattern, expression);
  }
  return expression.test(text);
}
