import type { RequestKind } from "../agent.ts";

/** Claude Code's own tools that lead to a dialog, and what it asks for. */
const kinds: Readonly<Record<string, RequestKind>> = {
  Bash: "command",
  Write: "write",
  Edit: "edit",
  MultiEdit: "edit",
  NotebookEdit: "edit",
  Read: "read",
  WebFetch: "fetch",
  WebSearch: "fetch",
  ExitPlanMode: "plan",
  AskUserQuestion: "question",
};

/**
 * Tells what a tool asks for.
 *
 * @example Usage
 * ```ts
 * import { kindOfTool } from "./tool_kinds.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(kindOfTool("Bash"), "command");
 * assert.equal(kindOfTool("mcp__tracker__create_ticket"), "mcp");
 * assert.equal(kindOfTool("Teleport"), undefined);
 * ```
 *
 * @param tool The tool's name.
 * @returns `undefined` for a tool that is not known.
 */
export function kindOfTool(tool: string): RequestKind | undefined {
  if (Object.hasOwn(kinds, tool)) return kinds[tool];
  return mcpTool(tool) === undefined ? undefined : "mcp";
}

/**
 * Takes the name of an MCP server's tool apart.
 *
 * @example Usage
 * ```ts
 * import { mcpTool } from "./tool_kinds.ts";
 * import assert from "node:assert/strict";
 *
 * assert.deepEqual(mcpTool("mcp__tracker__create_ticket"), {
 *   server: "tracker",
 *   tool: "create_ticket",
 * });
 * ```
 *
 * @param tool The name as Claude Code gives it.
 * @returns `undefined` when it is no MCP server's tool.
 */
export function mcpTool(
  tool: string,
): { server: string; tool: string } | undefined {
  const match = /^mcp__(.+?)__(.+)$/s.exec(tool);
  return match ? { server: match[1]!, tool: match[2]! } : undefined;
}
