/** The keys of `orch.yaml` that are laid down here. */
export const policyKeys = [
  "allow",
  "ask",
  "deny",
  "secrets",
  "tools",
] as const;

/** Keys that say who works on what; other parts of orch read them. */
export const otherKeys: readonly string[] = [
  "$schema",
  "version",
  "name",
  "project",
  "projects",
  "goal",
  "goals",
  "team",
  "teams",
  "role",
  "roles",
  "agent",
  "agents",
  "autonomy",
  "check-ins",
  "schedule",
  "monitor",
  "defaults",
];
