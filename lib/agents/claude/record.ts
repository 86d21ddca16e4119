import type { Outcome, RecordedCall, RecordPlace } from "../agent.ts";
import { isObject, type Json, parseLine, textOf } from "../json.ts";
import { commandAndPath } from "../tool_call.ts";
import { kindOfTool } from "./tool_kinds.ts";

/**
 * How the result begins when a person turned the call down. A call that a
 * person stopped while it ran is recorded with the same words.
 */
const refusal = /^The user doesn't want to (?:proceed|take this action)\b/;

/** A failed command's result begins with its exit code. */
const failure = /^Exit code \d+\b/;

/** Longer names of folders are cut, and a hash of the path is added. */
const longestFolder = 200;

/** The folder that holds the records of a project. */
function recordFolder({ home, project, isolate }: RecordPlace): string {
  const folder = project.replace(/[^a-zA-Z0-9]/g, "-");
  const projects = `${isolate ?? `${home}/.claude`}/projects`;
  if (folder.length <= longestFolder) return `${projects}/${folder}`;
  let hash = 0;
  for (let i = 0; i < project.length; i++) {
    hash = (Math.imul(hash, 31) + project.charCodeAt(i)) | 0;
  }
  const start = folder.slice(0, longestFolder);
  return `${projects}/${start}-${Math.abs(hash).toString(36)}`;
}

/**
 * The file in which Claude Code records a conversation. It holds a call some
 * 400 ms before the dialog for it is drawn, at worst a few milliseconds after.
 *
 * @param place Whose record it is.
 * @param session The conversation's id.
 * @returns The file's path.
 *
 * @example Usage
 * ```ts
 * import { recordFile } from "./record.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(
 *   recordFile({ home: "/home/ann", project: "/src/web_shop" }, "0f3c"),
 *   "/home/ann/.claude/projects/-src-web-shop/0f3c.jsonl",
 * );
 * ```
 */
export function recordFile(
  place: RecordPlace,
  session: string,
): string {
  return `${recordFolder(place)}/${session}.jsonl`;
}

/**
 * The folder in which Claude Code records what its subagents do.
 *
 * @param place Whose record it is.
 * @param session The conversation's id.
 * @returns The folder's path.
 */
export function helperRecordFolder(
  place: RecordPlace,
  session: string,
): string {
  return `${recordFolder(place)}/${session}/subagents`;
}

function blocksOf(line: Json): Json[] {
  const content = isObject(line.message) ? line.message.content : undefined;
  return Array.isArray(content) ? content.filter(isObject) : [];
}

function outcomeOf(block: Json): Outcome {
  if (block.is_error !== true) return "approved";
  const said = Array.isArray(block.content)
    ? block.content.filter(isObject).map((part) => textOf(part.text) ?? "")
      .join("\n")
    : textOf(block.content) ?? "";
  if (refusal.test(said)) return "denied";
  return failure.test(said) ? "approved" : "unknown";
}

function callOf(block: Json, line: Json): RecordedCall | undefined {
  const id = textOf(block.id);
  if (id === undefined) return undefined;
  const input = isObject(block.input) ? block.input : {};
  return {
    id,
    kind: kindOfTool(textOf(block.name) ?? "") ?? "mcp",
    ...commandAndPath(input),
    // Out of the person's sandbox it is more than the command alone.
    ...(input.dangerouslyDisableSandbox === true
      ? { besides: "it would run outside of the sandbox" }
      : {}),
    ...(line.isSidechain === true ? { helper: true } : {}),
  };
}

/**
 * Reads the calls and their outcomes from the end of a record.
 *
 * @param tail The end of the file; its first line may be cut.
 * @returns The calls, oldest first. An outcome is `unknown` for calls that
 * were turned down by something other than a person's answer.
 *
 * @example Usage
 * ```ts
 * import { recordedCalls } from "./record.ts";
 * import assert from "node:assert/strict";
 *
 * const tail = JSON.stringify({
 *   type: "assistant",
 *   message: {
 *     content: [{
 *       type: "tool_use",
 *       id: "toolu_1",
 *       name: "Bash",
 *       input: { command: "npm test" },
 *     }],
 *   },
 * });
 * assert.deepEqual(recordedCalls(tail), [
 *   { id: "toolu_1", kind: "command", command: "npm test" },
 * ]);
 * ```
 */
export function recordedCalls(tail: string): RecordedCall[] {
  const calls = new Map<string, RecordedCall>();
  for (const text of tail.split("\n")) {
    // Most lines are large and hold no call: look before parsing.
    if (!/"tool_(?:use|result)"/.test(text)) continue;
    const line = parseLine(text);
    for (const block of blocksOf(line)) {
      if (line.type === "assistant" && block.type === "tool_use") {
        const call = callOf(block, line);
        if (call) calls.set(call.id, call);
      } else if (line.type === "user" && block.type === "tool_result") {
        const call = calls.get(textOf(block.tool_use_id) ?? "");
        if (call) calls.set(call.id, { ...call, outcome: outcomeOf(block) });
      }
    }
  }
  return [...calls.values()];
}
