import type { Body, Dialect, Said } from "./dialect.ts";
import { EventStream } from "./event_stream.ts";
import type { NumberedCall, Reply } from "./turn.ts";

type Item = Readonly<Record<string, unknown>>;

const usage = {
  input_tokens: 10,
  input_tokens_details: { cached_tokens: 0 },
  output_tokens: 5,
  output_tokens_details: { reasoning_tokens: 0 },
  total_tokens: 15,
};

const textOf = (content: Body): string =>
  typeof content === "string" ? content : (content ?? [])
    .map((part: { text?: string }) => part.text ?? "").join("\n");

const inputOf = (body: Body): Body[] =>
  Array.isArray(body.input) ? body.input : [];

function said(body: Body): Said[] {
  return inputOf(body).flatMap((item): Said[] => {
    if (item.role === "user") return [{ prompt: textOf(item.content) }];
    if (!/^(function|custom_tool)_call_output$/.test(item.type)) return [];
    const { call_id: result, output } = item;
    const text = typeof output === "string" ? output : textOf(output);
    return [{ result, text, failed: false }];
  });
}

/** Tells a request for the name of a conversation, which may offer tools. */
function isTitle(body: Body): boolean {
  const last = inputOf(body).findLast(({ role }) => role === "user");
  return /task title/.test(textOf(last?.content).split("\n")[0] ?? "");
}

/** Tells whether tools are offered, as a field or among the input. */
function offersTools(body: Body): boolean {
  return (body.tools ?? []).length > 0 ||
    inputOf(body).some(({ type }) => type === "additional_tools");
}

function itemOf({ id, tool, input, raw, namespace }: NumberedCall): Item {
  const call = { id: `item_${id}`, call_id: id, name: tool };
  return raw === undefined
    ? {
      type: "function_call",
      ...call,
      ...namespace === undefined ? {} : { namespace },
      arguments: JSON.stringify(input),
      status: "completed",
    }
    : { type: "custom_tool_call", ...call, input: raw, status: "completed" };
}

function itemsOf({ id, text, calls }: Reply): Item[] {
  const said = {
    type: "message",
    id: `said_${id}`,
    role: "assistant",
    status: "completed",
    content: [{ type: "output_text", text, annotations: [] }],
  };
  return [...text === "" ? [] : [said], ...calls.map(itemOf)];
}

function answer(body: Body, reply: Reply): Response {
  const items = itemsOf(reply);
  const begun = {
    id: reply.id,
    object: "response",
    created_at: Math.floor(Date.now() / 1000),
    status: "in_progress",
    model: body.model,
    output: [] as Item[],
    usage: null as unknown,
  };
  const response = { ...begun, status: "completed", output: items, usage };
  if (!body.stream) return Response.json(response);
  const stream = new EventStream();
  let sequence_number = 0;
  const send = (type: string, data: Item) =>
    stream.send({ type, sequence_number: sequence_number++, ...data }, type);
  send("response.created", { response: begun });
  items.forEach((item, output_index) => {
    const isText = item["type"] === "message";
    const added = { ...item, status: "in_progress" };
    send("response.output_item.added", {
      output_index,
      item: isText ? { ...added, content: [] } : added,
    });
    if (isText) {
      send("response.output_text.delta", {
        item_id: item["id"],
        output_index,
        content_index: 0,
        delta: reply.text,
      });
    }
    send("response.output_item.done", { output_index, item });
  });
  send("response.completed", { response });
  return stream.response();
}

/** The Responses API, as Codex speaks it. */
export const openaiResponses: Dialect = {
  callPrefix: "call_",
  aside(path, body) {
    if (path.endsWith("/models")) {
      return Response.json({ object: "list", data: [], models: [] });
    }
    if (!path.endsWith("/responses")) return Response.json({});
    if (offersTools(body) && !isTitle(body)) return undefined;
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
