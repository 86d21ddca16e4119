import type { Body, Dialect, Said } from "./dialect.ts";
import { EventStream } from "./event_stream.ts";

type Block = Readonly<Record<string, unknown>>;

const textOf = (content: Body): string =>
  typeof content === "string" ? content : (content ?? [])
    .map((block: { text?: string }) => block.text ?? "").join("\n");

function said(body: Body): Said[] {
  const found: Said[] = [];
  for (const { role, content } of body.messages ?? []) {
    if (role !== "user") continue;
    const blocks = typeof content === "string"
      ? [{ type: "text", text: content }]
      : content;
    for (const block of blocks) {
      if (block.type === "tool_result") {
        found.push({
          result: block.tool_use_id,
          text: textOf(block.content),
          failed: block.is_error === true,
        });
      } else if (block.type === "text" && block.text) {
        found.push({ prompt: block.text });
      }
    }
  }
  return found;
}

function errorType(status: number): string {
  if (status === 429) return "rate_limit_error";
  if (status === 401) return "authentication_error";
  if (status === 400) return "invalid_request_error";
  return status === 529 ? "overloaded_error" : "api_error";
}

function message(id: string, content: readonly Block[], reason: string) {
  return {
    id,
    type: "message",
    role: "assistant",
    model: "stand-in",
    content,
    stop_reason: reason,
    stop_sequence: null,
    usage: { input_tokens: 10, output_tokens: 5 },
  };
}

function streamed(id: string, blocks: readonly Block[], reason: string) {
  const stream = new EventStream();
  const send = (type: string, data: Block) =>
    stream.send({ type, ...data }, type);
  send("message_start", {
    message: { ...message(id, [], reason), stop_reason: null },
  });
  blocks.forEach((block, index) => {
    const isText = block["type"] === "text";
    send("content_block_start", {
      index,
      content_block: { ...block, ...isText ? { text: "" } : { input: {} } },
    });
    send("content_block_delta", {
      index,
      delta: isText ? { type: "text_delta", text: block["text"] } : {
        type: "input_json_delta",
        partial_json: JSON.stringify(block["input"]),
      },
    });
    send("content_block_stop", { index });
  });
  send("message_delta", {
    delta: { stop_reason: reason, stop_sequence: null },
    usage: { output_tokens: 5 },
  });
  send("message_stop", {});
  return stream.response();
}

function answer(
  body: Body,
  id: string,
  blocks: readonly Block[],
  reason: string,
): Response {
  return body.stream
    ? streamed(id, blocks, reason)
    : Response.json(message(id, blocks, reason));
}

/** The Messages API, as Claude Code speaks it. */
export const anthropic: Dialect = {
  callPrefix: "toolu_",
  aside(path, body) {
    if (path.endsWith("/count_tokens")) {
      return Response.json({ input_tokens: 10 });
    }
    if (!path.endsWith("/v1/messages")) return Response.json({});
    if ((body.tools ?? []).length > 0) return undefined;
    // Titles and the like are asked for without tools.
    const title = { type: "text", text: '{"title": "Work"}' };
    return answer(body, "aside", [title], "end_turn");
  },
  said,
  reply(_path, body, { id, text, calls }) {
    const blocks = [
      ...text === "" ? [] : [{ type: "text", text }],
      ...calls.map(({ id, tool, input }) => ({
        type: "tool_use",
        id,
        name: tool,
        input,
      })),
    ];
    const reason = calls.length > 0 ? "tool_use" : "end_turn";
    return answer(body, id, blocks, reason);
  },
  failure: ({ status, message }) => ({
    type: "error",
    error: { type: errorType(status), message },
  }),
};
