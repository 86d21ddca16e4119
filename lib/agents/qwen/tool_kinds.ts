import type { RequestKind } from "../agent.ts";

/** Tools that lead to a dialog, and what it asks for. */
const kinds: Readonly<Record<string, RequestKind>> = {
  run_shell_command: "command",
  write_file: "write",
  edit: "edit",
  notebook_edit: "edit",
  read_file: "read",
  list_directory: "read",
  web_fetch: "fetch",
  web_search: "fetch",
  ask_user_question: "question",
  exit_plan_mode: "plan",
};

/**
 * Tells what one of Qwen Code's tools asks for.
 *
 * @param tool The tool's name, as the model calls it.
 * @returns `undefined` for a tool that is not known.
 */
export function kindOfTool(tool: string): RequestKind | undefined {
  if (Object.hasOwn(kinds, tool)) return kinds[tool];
  return mcpTool(tool) === undefined ? undefined : "mcp";
}

/**
 * Takes the name of an MCP server's tool apart.
 *
 * @param tool The name, such as `mcp__tracker__create_ticket`.
 * @returns Server and tool; `undefined` for any other name.
 */
export function mcpTool(
  tool: string,
): { server: string; tool: string } | undefined {
  const match = /^mcp__(.+?)__(.+)$/.exec(tool);
  return match ? { server: match[1]!, tool: match[2]! } : undefined;
}
