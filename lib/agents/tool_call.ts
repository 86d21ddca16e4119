import type { HookRequest, RecordedCall, RequestKind } from "./agent.ts";
import { given, isObject, type Json, textOf } from "./json.ts";
import { mcpTool } from "./tool_kind.ts";

/** The file that a tool is called with, whatever it names it. */
function pathOf(input: Json): string | undefined {
  return textOf(
    input.file_path ?? input.notebook_path ?? input.absolute_path,
  );
}

/**
 * The command or the file that a tool is called with.
 *
 * @param input What it is called with.
 * @returns Those that are given.
 */
export function commandAndPath(
  input: Json,
): Pick<RecordedCall, "command" | "path"> {
  return given({ command: textOf(input.command), path: pathOf(input) });
}

/**
 * Says what a call of a tool asks for, where tools take `command`, `file_path`
 * or `url`.
 *
 * @param kind What the tool asks for.
 * @param tool The tool's name.
 * @param input What it is called with.
 * @returns The request; `undefined` when the command or the path is not there.
 *
 * @example Usage
 * ```ts
 * import { requestOfTool } from "./tool_call.ts";
 * import assert from "node:assert/strict";
 *
 * assert.deepEqual(requestOfTool("edit", "Edit", { file_path: "/src/a.ts" }), {
 *   kind: "edit",
 *   path: "/src/a.ts",
 * });
 * assert.equal(requestOfTool("command", "Bash", {}), undefined);
 * ```
 */
export function requestOfTool(
  kind: RequestKind,
  tool: string,
  input: Json,
): HookRequest | undefined {
  switch (kind) {
    case "command": {
      const command = textOf(input.command);
      const description = textOf(input.description);
      return command === undefined
        ? undefined
        : { kind, command, ...given({ description }) };
    }
    case "write":
    case "edit":
    case "read": {
      const path = pathOf(input);
      return path === undefined ? undefined : { kind, path };
    }
    case "fetch":
      return {
        kind,
        ...given({ url: textOf(input.url), query: textOf(input.query) }),
      };
    case "mcp":
      return { kind, ...mcpTool(tool), input };
    default:
      return { kind };
  }
}

/** What is fetched or called, as {@linkcode requestOfTool} says it. */
function namesOf(
  kind: RequestKind,
  tool: string,
  input: Json,
): Partial<RecordedCall> {
  if (kind !== "fetch" && kind !== "mcp") return {};
  const { url, query, server, tool: name } = requestOfTool(kind, tool, input) ??
    {};
  const names = given({ url, query, server, tool: name });
  return kind === "mcp" ? { ...names, input } : names;
}

/**
 * Reads a report of a call that has ended. A call that was turned down is not
 * reported.
 *
 * @param body The report.
 * @param kindOfTool Tells what a tool asks for.
 * @returns The call; `undefined` when it is not about a known tool.
 */
export function endedCall(
  body: Json,
  kindOfTool: (tool: string) => RequestKind | undefined,
): RecordedCall | undefined {
  const id = textOf(body.tool_use_id);
  const kind = kindOfTool(textOf(body.tool_name) ?? "");
  if (id === undefined || kind === undefined) return undefined;
  const input = isObject(body.tool_input) ? body.tool_input : {};
  return {
    id,
    kind,
    ...commandAndPath(input),
    ...namesOf(kind, textOf(body.tool_name) ?? "", input),
    // It ran, whether it failed or not, unless a person stopped it.
    outcome: body.is_interrupt === true ? "unknown" : "approved",
  };
}
