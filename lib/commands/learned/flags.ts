import type { Reach, Rule } from "../../learner/mod.ts";
import { switchFlag, textFlag } from "../flags.ts";

/** What {@linkcode ruleFilterFlags} give. */
export interface RuleFilterFlags {
  readonly status?: Rule["status"];
  readonly category?: Rule["category"];
  readonly tier?: Rule["tier"];
  readonly origin?: Rule["origin"];
  readonly scope?: Reach;
  readonly project?: string;
}

/** What {@linkcode targetFlags} give. */
export interface TargetFlags {
  readonly project?: string;
  readonly trust: boolean;
}

/**
 * An argument that names an agent.
 *
 * @param brief Which one.
 * @param placeholder What the usage calls it.
 * @returns The argument.
 */
export function agentArgument(brief: string, placeholder: string) {
  return { parse: String, brief, placeholder } as const;
}

/** How far rules may reach. */
export const reaches = ["project", "team", "agent"] as const;

/** Which rules to pick. */
export const ruleFilterFlags = {
  status: {
    kind: "enum",
    values: ["active", "candidate", "revoked"],
    brief: "Only rules of this status",
    optional: true,
  },
  category: {
    kind: "enum",
    values: ["base-command", "environment-variable", "pattern", "exact"],
    brief: "Only rules of this category",
    optional: true,
  },
  tier: {
    kind: "enum",
    // Not taken from the learner: every start of orch would load all of it.
    values: ["read", "project", "local", "fetch", "remote", "critical"],
    brief: "Only rules of this tier",
    optional: true,
  },
  origin: {
    kind: "enum",
    values: ["approval", "setup", "person", "import", "earlier"],
    brief: "Only rules that come from there",
    optional: true,
  },
  scope: {
    kind: "enum",
    values: reaches,
    brief: "Only rules that reach so far",
    optional: true,
  },
  project: textFlag("Only rules of this project", "DIR"),
} as const;

/** Where rules go that are taken over. */
export const targetFlags = {
  project: textFlag("The project they hold in  [default = the agent's]", "DIR"),
  trust: switchFlag("Let them answer at once, without an approval"),
} as const;
