import type { ProjectFacts } from "./detect_project.ts";
import { learn } from "../learning/mod.ts";
import type { Rule } from "../rule.ts";
import { tiers } from "../verdict.ts";

/**
 * The rules that a new agent starts with in a project of a known kind.
 *
 * They cover what builds, tests and checks the project, as if a person had
 * approved each command once, and never more than the tier `project`.
 *
 * @example Usage
 * ```ts
 * import { detectProject, preapprovals } from "../mod.ts";
 * import assert from "node:assert/strict";
 *
 * const rules = preapprovals(detectProject({ "go.mod": "module web" }), {
 *   project: "/home/dev/web",
 *   home: "/home/dev",
 *   now: 0,
 * });
 * assert.ok(rules.some((rule) => rule.title === "go test *"));
 * ```
 *
 * @param facts What the project's files say.
 * @param place The project, the person's home, the time in milliseconds since
 * 1970, and how files are read, so that tasks are granted as they are now.
 * @returns The rules, of origin `setup`.
 */
export function preapprovals(
  facts: ProjectFacts,
  place: {
    readonly project: string;
    readonly home: string;
    readonly now: number;
    readonly text?: (absolutePath: string) => string | undefined;
  },
): Rule[] {
  let rules: readonly Rule[] = [];
  for (const command of facts.commands) {
    ({ rules } = learn(
      { kind: "command", command, complete: true },
      "approved",
      { ...place, autonomy: "supervised", rules, origin: "setup" },
    ));
  }
  const most = tiers.indexOf("project");
  return rules.filter((rule) =>
    tiers.indexOf(rule.tier) <= most && rule.status === "active"
  );
}
