import type {
  Outcome,
  RecordedCall,
  RecordHead,
  RecordPlace,
  RecordSearch,
} from "../agent.ts";
import { given, isObject, type Json, parseLine, textOf } from "../json.ts";
import { resolve } from "./resolve.ts";
import { patchedFiles } from "./patched_files.ts";

/**
 * Where Codex records its conversations: one file for each, in a folder for
 * each day. It holds a call before the dialog for it is drawn.
 *
 * @param place Whose records they are.
 * @returns Where to look.
 *
 * @example Usage
 * ```ts
 * import { recordSearch } from "./record.ts";
 * import assert from "node:assert/strict";
 *
 * const { folder } = recordSearch({ home: "/home/ann", project: "/src/shop" });
 * assert.equal(folder, "/home/ann/.codex/sessions");
 * ```
 */
export function recordSearch(place: RecordPlace): RecordSearch {
  const folder = place.isolate ?? `${place.home}/.codex`;
  return {
    folder: `${folder}/sessions`,
    depth: 3,
    name: /^rollout-[\dT-]+-[0-9a-f-]{36}\.jsonl$/,
  };
}

/**
 * Reads the first line of a record.
 *
 * @param line The line.
 * @returns What it tells; `undefined` when it is no record of a conversation
 * with a person, such as a helper's.
 */
export function recordHead(line: string): RecordHead | undefined {
  const { type, payload } = parseLine(line);
  if (type !== "session_meta" || !isObject(payload)) return undefined;
  const session = textOf(payload.id);
  // A helper's names the conversation that it belongs to.
  if (session === undefined || isObject(payload.source)) return undefined;
  const started = Date.parse(textOf(payload.timestamp) ?? "");
  return {
    session,
    ...given({
      project: textOf(payload.cwd),
      version: textOf(payload.cli_version),
      started: Number.isNaN(started) ? undefined : started,
    }),
  };
}

/** The command of a call, however its tool takes it. */
function commandOf(input: Json): string | undefined {
  const { cmd, command } = input;
  if (!Array.isArray(command)) return textOf(cmd) ?? textOf(command);
  // A shell's name, its flags, and the command.
  const words = command.filter((word) => typeof word === "string");
  const shell = words.length === 3 && /^-l?c$/.test(words[1]!);
  return shell ? words[2] : undefined;
}

/** Lines of interest: calls, their results, and where a turn happens. */
const of = /"(?:function|custom_tool)_call(?:_output)?"|"turn_context"/;

const commandTools = new Set(["exec_command", "shell_command", "shell"]);

function callOf(
  item: Json,
  directory: string | undefined,
): RecordedCall | undefined {
  const id = textOf(item.call_id);
  const name = textOf(item.name);
  if (id === undefined || name === undefined) return undefined;
  if (name === "apply_patch") {
    const files = patchedFiles(textOf(item.input ?? item.arguments) ?? "");
    const [path] = files;
    return {
      id,
      kind: "edit",
      ...(files.length === 1 && path !== undefined
        ? { path: resolve(directory ?? "", path) }
        : {}),
    };
  }
  if (commandTools.has(name)) {
    const input = parseLine(textOf(item.arguments) ?? "");
    const command = commandOf(input);
    const elsewhere = textOf(input.workdir);
    return {
      id,
      kind: "command",
      ...given({
        command,
        directory: elsewhere && resolve(directory ?? "", elsewhere),
      }),
    };
  }
  const server = textOf(item.namespace) ?? name;
  return server.startsWith("mcp__") ? { id, kind: "mcp" } : undefined;
}

/** How the output begins when a person said no, after the time it took. */
const refusal =
  /^(?:Wall time: .*\n)?(?:aborted by user\b|exec_command failed\b.*\bRejected\(|.*\brejected by user\b)/;

/** How the output of something that ran begins. */
const ran =
  /^(?:Chunk ID: |Exit code: |Wall time: .*\n(?:Process |Output:)|Process (?:exited|running) )/;

function outcomeOf(item: Json): Outcome {
  const { output } = item;
  const said = typeof output === "string"
    ? output
    : isObject(output)
    ? textOf(output.content) ?? ""
    : Array.isArray(output)
    ? output.filter(isObject).map((part) => textOf(part.text) ?? "").join("\n")
    : "";
  // Releases up to 0.98 wrap it in JSON.
  const wrapped = said.startsWith("{")
    ? textOf(parseLine(said).output)
    : undefined;
  if (wrapped !== undefined) return "approved";
  if (refusal.test(said)) return "denied";
  return ran.test(said) ? "approved" : "unknown";
}

/**
 * Reads the calls and their outcomes from the end of a record.
 *
 * @param tail The end of the file; its first line may be cut.
 * @returns The calls, oldest first. A call that a person stopped while it ran
 * is recorded with the same words as one that was turned down.
 *
 * @example Usage
 * ```ts
 * import { recordedCalls } from "./record.ts";
 * import assert from "node:assert/strict";
 *
 * const tail = JSON.stringify({
 *   type: "response_item",
 *   payload: {
 *     type: "function_call",
 *     name: "exec_command",
 *     call_id: "call_1",
 *     arguments: JSON.stringify({ cmd: "npm test" }),
 *   },
 * });
 * assert.deepEqual(recordedCalls(tail), [
 *   { id: "call_1", kind: "command", command: "npm test" },
 * ]);
 * ```
 */
export function recordedCalls(tail: string): RecordedCall[] {
  const calls = new Map<string, RecordedCall>();
  let directory: string | undefined;
  for (const text of tail.split("\n")) {
    // Most lines are large and hold no call: look before parsing.
    if (!of.test(text)) continue;
    const { type, payload } = parseLine(text);
    if (!isObject(payload)) continue;
    if (type === "turn_context") directory = textOf(payload.cwd) ?? directory;
    if (type !== "response_item") continue;
    switch (payload.type) {
      case "function_call":
      case "custom_tool_call": {
        const call = callOf(payload, directory);
        if (call) calls.set(call.id, call);
        break;
      }
      case "function_call_output":
      case "custom_tool_call_output": {
        const call = calls.get(textOf(payload.call_id) ?? "");
        if (call) calls.set(call.id, { ...call, outcome: outcomeOf(payload) });
      }
    }
  }
  return [...calls.values()];
}
