import type { AgentFile } from "./agent_file.ts";
import type { Policy } from "../request.ts";

/**
 * Reads what people have laid down for an agent in one project: the lists
 * `allow`, `ask` and `deny` of the project's entry in the agent's file.
 *
 * @example Usage
 * ```ts
 * import { policyOf, withAllowed } from "./agent_policy.ts";
 * import assert from "node:assert/strict";
 *
 * const empty = { name: "web", rules: [], projects: {} };
 * const file = withAllowed(empty, "/srv/web", ["git push origin *"]);
 * assert.deepEqual(policyOf(file, "/srv/web").allow, ["git push origin *"]);
 * assert.deepEqual(policyOf(file, "/srv/other").allow, []);
 * ```
 *
 * @param file The agent's file.
 * @param project The project's folder.
 * @returns The policy; what is no text is left out.
 */
export function policyOf(
  file: AgentFile | undefined,
  project: string,
): Policy {
  const entry = file?.projects[project];
  const list = (key: string) => {
    const value = entry?.[key];
    return Array.isArray(value)
      ? value.filter((item) => typeof item === "string")
      : [];
  };
  return { allow: list("allow"), ask: list("ask"), deny: list("deny") };
}

/**
 * Adds patterns to what a person allows an agent in one project.
 *
 * @param file The agent's file.
 * @param project The project's folder.
 * @param patterns The patterns; those that stand there already stay single.
 * @returns The file with them.
 */
export function withAllowed(
  file: AgentFile,
  project: string,
  patterns: readonly string[],
): AgentFile {
  const { allow } = policyOf(file, project);
  return {
    ...file,
    projects: {
      ...file.projects,
      [project]: {
        autoApproveCommands: {},
        ...file.projects[project],
        allow: [...new Set([...allow, ...patterns])],
      },
    },
  };
}

/**
 * Takes patterns back that {@linkcode withAllowed} has added.
 *
 * @param file The agent's file.
 * @param project The project's folder.
 * @param patterns The patterns.
 * @returns The file without them.
 */
export function withoutAllowed(
  file: AgentFile,
  project: string,
  patterns: readonly string[],
): AgentFile {
  const { allow } = policyOf(file, project);
  const kept = withAllowed(file, project, []);
  return {
    ...kept,
    projects: {
      ...kept.projects,
      [project]: {
        autoApproveCommands: {},
        ...kept.projects[project],
        allow: allow.filter((pattern) => !patterns.includes(pattern)),
      },
    },
  };
}
