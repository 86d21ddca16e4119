/** One call of a tool that the model is to make. */
export interface ToolCall {
  /** The tool's name, such as `Bash`. */
  readonly tool: string;
  /** What it is called with. */
  readonly input: Readonly<Record<string, unknown>>;
}

/** What the model answers to one request. */
export interface Turn {
  /** Prose, before the calls. */
  readonly text?: string;
  /** The calls. */
  readonly calls?: readonly ToolCall[];
  /** An HTTP error instead. */
  readonly error?: {
    readonly status: number;
    readonly message: string;
    readonly headers?: Readonly<Record<string, string>>;
    /** How often it is answered; once if unset. */
    readonly times?: number;
  };
  /** Only for requests in which the person's or the task's text holds this. */
  readonly when?: string;
  /** Answers only once {@linkcode ModelApi.release} was called. */
  readonly held?: boolean;
}

/** A tool's result as the agent sent it back. */
export interface ToolResult {
  /** The id of the call. */
  readonly id: string;
  /** What the call was made with. */
  readonly call: ToolCall | undefined;
  /** The text that went back. */
  readonly text: string;
  /** Whether the agent marked it as failed. */
  readonly failed: boolean;
}

interface Block {
  type: string;
  text?: string;
  tool_use_id?: string;
  content?: string | Block[];
  is_error?: boolean;
}

interface Body {
  stream?: boolean;
  tools?: unknown[];
  messages?: { role: string; content: string | Block[] }[];
}

const textOf = (content: string | Block[] | undefined): string =>
  typeof content === "string"
    ? content
    : (content ?? []).map((block) => block.text ?? "").join("\n");

/** What a model tells while it serves. */
export type ModelEvent =
  | { readonly event: "result"; readonly result: ToolResult }
  | { readonly event: "prompt"; readonly text: string }
  | { readonly event: "sent"; readonly at: number };

/**
 * A stand-in for the Anthropic Messages API, steered from outside: it answers
 * from a list of turns and tells what the agent sends back.
 */
export class ModelApi {
  #turns: Turn[] = [];
  #calls = new Map<string, ToolCall>();
  #known = new Set<string>();
  #count = 0;
  #held: (() => void)[] = [];
  #tell: (event: ModelEvent) => void;

  /**
   * Makes one that serves nothing yet.
   *
   * @param tell Called with every event.
   */
  constructor(tell: (event: ModelEvent) => void) {
    this.#tell = tell;
  }

  /** Puts turns at the end of the list. An empty list answers `Done.`. */
  queue(...turns: Turn[]): void {
    this.#turns.push(...turns);
  }

  /** Forgets the turns that were not used. */
  clear(): void {
    this.#turns = [];
  }

  /** Lets the turns that are held back go out. */
  release(): void {
    this.#held.forEach((go) => go());
    this.#held = [];
  }

  /** Answers one request of the agent. */
  async answer(request: Request): Promise<Response> {
    const { pathname } = new URL(request.url, "http://model");
    const body: Body = await request.json().catch(() => ({}));
    if (pathname.endsWith("/count_tokens")) {
      return Response.json({ input_tokens: 10 });
    }
    if (!pathname.endsWith("/v1/messages")) return Response.json({});
    // Titles and the like are asked for without tools.
    if ((body.tools ?? []).length === 0) {
      return this.#reply(body, { text: '{"title": "Work"}' });
    }
    this.#keep(body);
    const turn = this.#take(body);
    if (turn.held) {
      await new Promise<void>((resolve) => this.#held.push(resolve));
    }
    if (turn.error) {
      const { status, message, headers } = turn.error;
      return Response.json(
        { type: "error", error: { type: errorType(status), message } },
        { status, headers: { ...headers } },
      );
    }
    return this.#reply(body, turn);
  }

  #take(body: Body): Turn {
    const said = JSON.stringify(body.messages?.slice(0, 2) ?? []);
    const at = this.#turns.findIndex(({ when }) =>
      when === undefined
        ? !this.#turns.some((turn) => turn.when && said.includes(turn.when))
        : said.includes(when)
    );
    const [turn] = at < 0 ? [] : this.#turns.splice(at, 1);
    if (!turn) return { text: "Done." };
    const times = turn.error?.times ?? 1;
    if (turn.error && times > 1) {
      this.#turns.unshift({ error: { ...turn.error, times: times - 1 } });
    }
    return turn;
  }

  #keep(body: Body): void {
    for (const { role, content } of body.messages ?? []) {
      if (role !== "user") continue;
      const blocks = typeof content === "string"
        ? [{ type: "text", text: content }]
        : content;
      for (const block of blocks) {
        const id = block.tool_use_id;
        if (block.type === "tool_result" && id !== undefined) {
          if (this.#known.has(id)) continue;
          this.#known.add(id);
          const result = {
            id,
            call: this.#calls.get(id),
            text: textOf(block.content),
            failed: block.is_error === true,
          };
          this.#tell({ event: "result", result });
        } else if (block.type === "text" && block.text) {
          if (this.#known.has(block.text)) continue;
          this.#known.add(block.text);
          this.#tell({ event: "prompt", text: block.text });
        }
      }
    }
  }

  #reply(body: Body, turn: Turn): Response {
    const blocks: Record<string, unknown>[] = [];
    if (turn.text) blocks.push({ type: "text", text: turn.text });
    for (const call of turn.calls ?? []) {
      const id = `toolu_${String(++this.#count).padStart(20, "0")}`;
      this.#calls.set(id, call);
      blocks.push({ type: "tool_use", id, name: call.tool, input: call.input });
    }
    if (turn.calls?.length) this.#tell({ event: "sent", at: Date.now() });
    const reason = turn.calls?.length ? "tool_use" : "end_turn";
    const message = {
      id: `msg_${++this.#count}`,
      type: "message",
      role: "assistant",
      model: "stand-in",
      content: blocks,
      stop_reason: reason,
      stop_sequence: null,
      usage: { input_tokens: 10, output_tokens: 5 },
    };
    if (!body.stream) return Response.json(message);
    return new Response(events(message, blocks, reason), {
      headers: { "content-type": "text/event-stream" },
    });
  }
}

function errorType(status: number): string {
  if (status === 429) return "rate_limit_error";
  if (status === 401) return "authentication_error";
  if (status === 400) return "invalid_request_error";
  return status === 529 ? "overloaded_error" : "api_error";
}

/** The answer as server-sent events. */
function events(
  message: Record<string, unknown>,
  blocks: readonly Record<string, unknown>[],
  reason: string,
): string {
  const written: string[] = [];
  const event = (type: string, data: Record<string, unknown>) =>
    written.push(
      `event: ${type}\ndata: ${JSON.stringify({ type, ...data })}\n\n`,
    );
  event("message_start", {
    message: { ...message, content: [], stop_reason: null },
  });
  blocks.forEach((block, index) => {
    const isText = block.type === "text";
    event("content_block_start", {
      index,
      content_block: isText
        ? { type: "text", text: "" }
        : { ...block, input: {} },
    });
    event("content_block_delta", {
      index,
      delta: isText ? { type: "text_delta", text: block.text } : {
        type: "input_json_delta",
        partial_json: JSON.stringify(block.input),
      },
    });
    event("content_block_stop", { index });
  });
  event("message_delta", {
    delta: { stop_reason: reason, stop_sequence: null },
    usage: { output_tokens: 5 },
  });
  event("message_stop", {});
  return written.join("");
}
