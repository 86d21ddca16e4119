import type { Rule } from "../rule.ts";

/**
 * Gives the rules of one project as the map of earlier versions.
 *
 * Its keys are of four kinds: a program (`curl`), a variable (`PORT`), a
 * pattern (`curl_localhost`, `git_commit`) and an exact command
 * (`exact_npm_run_dev`). It is a view for people: nothing is decided from it.
 *
 * @param rules The rules.
 * @param project The project. Absolute path.
 * @returns The map: every active rule's key, in order of the alphabet.
 */
export function autoApproveCommandsOf(
  rules: readonly Rule[],
  project: string,
): Record<string, true> {
  const keys = new Set<string>();
  for (const rule of rules) {
    if (rule.scope !== project || rule.status !== "active") continue;
    for (const key of keysOf(rule)) keys.add(key);
  }
  return Object.fromEntries([...keys].sort().map((key) => [key, true]));
}

/**
 * The keys under which a rule stands in such a map.
 *
 * @param rule The rule.
 * @returns Its keys; several if it speaks of variables.
 */
export function keysOf(rule: Rule): string[] {
  const { program = "", subcommand = [], host, exact, environment = [] } =
    rule.pattern;
  const variables = environment.map((one) => one.split("=")[0]!);
  switch (rule.category) {
    case "exact":
      return [joined(["exact", exact ?? [program, ...subcommand].join(" ")])];
    case "base-command":
      return [joined([program]), ...variables];
    case "environment-variable":
    case "pattern":
      return [
        joined([program, ...subcommand, ...(host === undefined ? [] : [host])]),
        ...variables,
      ];
  }
}

function joined(parts: readonly string[]): string {
  return parts.join("_")
    .replace(/:\d+$/, "")
    .replace(/[^A-Za-z0-9.]+/g, "_")
    .replace(/^_+|_+$/g, "");
}
