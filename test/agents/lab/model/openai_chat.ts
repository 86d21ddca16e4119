import type { Body, Dialect, Said } from "./dialect.ts";
import { EventStream } from "./event_stream.ts";
import type { Reply } from "./turn.ts";

const usage = { prompt_tokens: 10, completion_tokens: 5, total_tokens: 15 };

const textOf = (content: Body): string =>
  typeof content === "string" ? content : (content ?? [])
    .map((part: { text?: string }) => part.text ?? "").join("\n");

function said(body: Body): Said[] {
  return (body.messages ?? []).flatMap((message: Body): Said[] => {
    const text = textOf(message.content);
    if (message.role === "user") return [{ prompt: text }];
    if (message.role !== "tool") return [];
    return [{ result: message.tool_call_id, text, failed: false }];
  });
}

function answer(body: Body, { id, text, calls }: Reply): Response {
  const tools = calls.map(({ id, tool, input }, index) => ({
    index,
    id,
    type: "function",
    function: { name: tool, arguments: JSON.stringify(input) },
  }));
  const toolCalls = tools.length > 0 ? { tool_calls: tools } : {};
  const finish_reason = tools.length > 0 ? "tool_calls" : "stop";
  const created = Math.floor(Date.now() / 1000);
  const head = { id, created, model: body.model };
  if (!body.stream) {
    const message = { role: "assistant", content: text || null, ...toolCalls };
    const choices = [{ index: 0, message, finish_reason }];
    return Response.json({
      ...head,
      object: "chat.completion",
      choices,
      usage,
    });
  }
  const stream = new EventStream();
  const send = (choices: unknown[], more = {}) =>
    stream.send({ ...head, object: "chat.completion.chunk", choices, ...more });
  const delta = (delta: unknown, finish_reason: string | null = null) =>
    send([{ index: 0, delta, finish_reason }]);
  delta({ role: "assistant", content: "" });
  if (text !== "") delta({ content: text });
  if (tools.length > 0) delta(toolCalls);
  delta({}, finish_reason);
  send([], { usage });
  stream.send("[DONE]");
  return stream.response();
}

/** The Chat Completions API, as OpenCode and Qwen Code speak it. */
export const openaiChat: Dialect = {
  callPrefix: "call_",
  aside(path, body) {
    if (path.endsWith("/models")) {
      return Response.json({ object: "list", data: [] });
    }
    if (!path.endsWith("/chat/completions")) return Response.json({});
    // Titles and the like are asked for without tools.
    if ((body.tools ?? []).length > 0) return undefined;
    return answer(body, { id: "aside", text: "Work", calls: [] });
  },
  said,
  reply: (_path, body, reply) => answer(body, reply),
  failure: ({ status, message }) => ({
    error: {
      message,
      type: status === 429 ? "rate_limit_exceeded" : "server_error",
    },
  }),
};
