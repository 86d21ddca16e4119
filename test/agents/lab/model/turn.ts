/** One call of a tool that the model is to make. */
export interface ToolCall {
  /** The tool's name, such as `Bash`. */
  readonly tool: string;
  /** What it is called with. */
  readonly input: Readonly<Record<string, unknown>>;
  /** The text it is called with instead, for tools that take no JSON. */
  readonly raw?: string;
  /** The server the tool belongs to, where the API names it apart. */
  readonly namespace?: string;
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
    /** The whole body, where the API's usual one does not do. */
    readonly body?: Readonly<Record<string, unknown>>;
    /** How often it is answered; once if unset. */
    readonly times?: number;
  };
  /** Only for requests in which the person's or the task's text holds this. */
  readonly when?: string;
  /** Answers only once the turns that are held back are released. */
  readonly held?: boolean;
}

/** A call with the id that the model gives it. */
export interface NumberedCall extends ToolCall {
  readonly id: string;
}

/** What the model says in one answer. */
export interface Reply {
  /** The answer's own id. */
  readonly id: string;
  /** Prose, before the calls; empty if there is none. */
  readonly text: string;
  /** The calls. */
  readonly calls: readonly NumberedCall[];
}

/** A tool's result as the agent sent it back. */
export interface ToolResult {
  /** The id of the call. */
  readonly id: string;
  /** What the call was made with. */
  readonly call: ToolCall | undefined;
  /** The text that went back. */
  readonly text: string;
  /** Whether the agent marked it as failed, where the API has a mark. */
  readonly failed: boolean;
}

/** What a model tells while it serves. */
export type ModelEvent =
  | { readonly event: "result"; readonly result: ToolResult }
  | { readonly event: "prompt"; readonly text: string }
  | { readonly event: "sent"; readonly at: number };
