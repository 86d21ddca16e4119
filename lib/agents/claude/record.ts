import type { Outcome, RecordedCall, RequestKind } from "../agent.ts";

/** Tools that lead to a dialog, and what it asks for. */
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

/** How a tool's result begins when a person turned the call down. */
const refusal =
  /^(?:The user doesn't want to (?:proceed|take this action)|\[Request interrupted by user)/;

/**
 * The file in which Claude Code records a conversation.
 *
 * @param home The home directory.
 * @param project The folder it works in.
 * @param session The conversation's id.
 */
export function recordFile(
  home: string,
  project: string,
  session: string,
): string {
  const folder = project.replace(/[^a-zA-Z0-9]/g, "-");
  return `${home}/.claude/projects/${folder}/${session}.jsonl`;
}

/** The parts of a line of the record that are read here. */
interface Line {
  message?: { content?: unknown };
}

interface Block {
  type?: unknown;
  id?: unknown;
  name?: unknown;
  input?: Record<string, unknown>;
  tool_use_id?: unknown;
  is_error?: unknown;
  content?: unknown;
}

function contentOf(line: string): Block[] {
  try {
    const content = (JSON.parse(line) as Line | null)?.message?.content;
    return Array.isArray(content)
      ? content.filter((block) => typeof block === "object" && block !== null)
      : [];
  } catch {
    return [];
  }
}

const text = (value: unknown) => typeof value === "string" ? value : undefined;

function outcomeOf(block: Block): Outcome {
  const said = Array.isArray(block.content)
    ? block.content.map((part: Block & { text?: unknown }) =>
      text(part?.text) ?? ""
    ).join("\n")
    : text(block.content) ?? "";
  return block.is_error === true && refusal.test(said) ? "denied" : "approved";
}

/**
 * Reads the calls and their outcomes from the end of a record.
 *
 * @param tail The end of the file; its first line may be cut.
 * @returns The calls, oldest first.
 */
export function recordedCalls(tail: string): RecordedCall[] {
  const calls = new Map<string, RecordedCall>();
  for (const line of tail.split("\n")) {
    if (!line.includes('"tool_use')) {
      if (!line.includes('"tool_result"')) continue;
    }
    for (const block of contentOf(line)) {
      const id = text(block.type === "tool_use" ? block.id : block.tool_use_id);
      if (id === undefined) continue;
      if (block.type === "tool_use") {
        const kind = kinds[text(block.name) ?? ""] ?? "mcp";
        const command = text(block.input?.command);
        const path = text(
          block.input?.file_path ?? block.input?.notebook_path,
        );
        calls.set(id, {
          id,
          kind,
          ...(command === undefined ? {} : { command }),
          ...(path === undefined ? {} : { path }),
        });
      } else if (block.type === "tool_result") {
        const call = calls.get(id);
        if (call) calls.set(id, { ...call, outcome: outcomeOf(block) });
      }
    }
  }
  return [...calls.values()];
}
