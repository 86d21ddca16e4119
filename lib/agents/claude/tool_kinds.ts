import type { RequestKind } from "../agent.ts";
import { toolKind } from "../tool_kind.ts";

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
  return toolKind(tool, kinds);
}
