import type { RequestKind } from "../agent.ts";

/** Tools that lead to a dialog, and what it asks for. */
const kinds: Readonly<Record<string, RequestKind>> = {
  run_shell_command: "command",
  write_file: "write",
  replace: "edit",
  read_file: "read",
  read_many_files: "read",
  list_directory: "read",
  web_fetch: "fetch",
  google_web_search: "fetch",
  ask_user: "question",
  exit_plan_mode: "plan",
};

/**
 * Tells what one of Gemini CLI's tools asks for.
 *
 * @param tool The tool's name, as the model calls it.
 * @returns `undefined` for a tool that is not known.
 */
export function kindOfTool(tool: string): RequestKind | undefined {
  if (Object.hasOwn(kinds, tool)) return kinds[tool];
  return tool.startsWith("mcp_") ? "mcp" : undefined;
}
