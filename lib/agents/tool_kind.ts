import type { RequestKind } from "./agent.ts";

/**
 * Takes the name of an MCP server's tool apart, as most clients give it to the
 * model.
 *
 * @example Usage
 * ```ts
 * import { mcpTool } from "./tool_kind.ts";
 * import assert from "node:assert/strict";
 *
 * assert.deepEqual(mcpTool("mcp__tracker__create_ticket"), {
 *   server: "tracker",
 *   tool: "create_ticket",
 * });
 * ```
 *
 * @param tool The name.
 * @returns Server and tool; `undefined` for any other name.
 */
export function mcpTool(
  tool: string,
): { server: string; tool: string } | undefined {
  const match = /^mcp__(.+?)__(.+)$/s.exec(tool);
  return match ? { server: match[1]!, tool: match[2]! } : undefined;
}

/**
 * Tells what a tool asks for: a client's own by its table, any other by
 * whether it is an MCP server's.
 *
 * @example Usage
 * ```ts
 * import { toolKind } from "./tool_kind.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(toolKind("Bash", { Bash: "command" }), "command");
 * assert.equal(toolKind("mcp__tracker__create_ticket", {}), "mcp");
 * assert.equal(toolKind("Teleport", {}), undefined);
 * ```
 *
 * @param tool The tool's name.
 * @param known The client's own tools and what they ask for.
 * @returns `undefined` for a tool that is not known.
 */
export function toolKind(
  tool: string,
  known: Readonly<Record<string, RequestKind>>,
): RequestKind | undefined {
  if (Object.hasOwn(known, tool)) return known[tool];
  return mcpTool(tool) && "mcp";
}
