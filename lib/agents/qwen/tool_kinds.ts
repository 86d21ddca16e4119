import type { RequestKind } from "../agent.ts";
import { toolKind } from "../tool_kind.ts";

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
  return toolKind(tool, kinds);
}
