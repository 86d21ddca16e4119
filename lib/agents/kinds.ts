import { ExitCode, OrchError } from "../errors/mod.ts";
import type { Agent, AgentKind } from "./agent.ts";
import { claude } from "./claude/mod.ts";
import { codex } from "./codex/mod.ts";
import { gemini } from "./gemini/mod.ts";
import { opencode } from "./opencode/mod.ts";
import { qwen } from "./qwen/mod.ts";
import { rehearsal } from "./rehearsal/mod.ts";

/** Every kind of agent that orch knows. */
export const agents: Readonly<Record<AgentKind, Agent>> = {
  claude,
  codex,
  gemini,
  opencode,
  qwen,
  rehearsal,
};

/**
 * Finds a kind of agent.
 *
 * @example Usage
 * ```ts
 * import { agentOf } from "./kinds.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(agentOf("claude")?.label, "Claude Code");
 * assert.equal(agentOf("clippy"), undefined);
 * ```
 *
 * @param kind The kind's name.
 * @returns What is known of it, or `undefined`.
 */
export function agentOf(kind: string): Agent | undefined {
  return Object.hasOwn(agents, kind) ? agents[kind as AgentKind] : undefined;
}

/**
 * Finds a kind of agent and insists that orch knows it.
 *
 * @param kind The kind's name, as a person gave it.
 * @returns What is known of it.
 * @throws {OrchError} When orch does not know it; exit code 2.
 */
export function requireAgentKind(kind: string): Agent {
  const agent = agentOf(kind);
  if (agent) return agent;
  throw new OrchError(`orch does not know the agent kind '${kind}'`, {
    hint: `one of: ${Object.keys(agents).join(", ")}`,
    exitCode: ExitCode.usage,
  });
}
