/** What a request asks for. */
export type RequestKind =
  | "command"
  | "write"
  | "edit"
  | "read"
  | "fetch"
  | "mcp"
  | "plan"
  | "question"
  | "trust"
  | "startup";

/** What choosing an option does, whatever its key or place. */
export type OptionMeaning = "once" | "always" | "deny" | "other";

/** One row that can be chosen in a dialog. */
export interface Option {
  /** The key that chooses it at once, if the row shows one. */
  readonly key: string | undefined;
  /** The row's text, wrapped rows joined with a space. */
  readonly label: string;
  /** What choosing it does. */
  readonly meaning: OptionMeaning;
}

/** What an agent asks for, read from its screen. */
export interface Request {
  /** What kind of thing is asked for. */
  readonly kind: RequestKind;
  /** The exact command; unset where none is asked for. */
  readonly command?: string;
  /**
   * Every command that would be drawn as these rows, the likeliest (which is
   * {@linkcode command}) first. A row that ends where the next word would not
   * fit may have been wrapped or may end in a real newline: the screen is the
   * same, the meaning is not. Whoever decides must accept all of them.
   */
  readonly readings?: readonly string[];
  /**
   * The rows the command is drawn on, without frame and indentation, to hold
   * the agent's own record against.
   */
  readonly rows?: readonly string[];
  /**
   * Set once the agent itself has told the command or path, by its record or a
   * hook: then it is this very text, whatever the screen can show of it.
   */
  readonly told?: true;
  /** The agent's own id of the call, once its record has confirmed it. */
  readonly call?: string;
  /** The path as shown; unset where none is asked for. */
  readonly path?: string;
  /** The address that would be fetched. */
  readonly url?: string;
  /** What would be searched for on the web. */
  readonly query?: string;
  /** The MCP server whose tool would be called. */
  readonly server?: string;
  /** The MCP tool that would be called. */
  readonly tool?: string;
  /** What the tool would be called with, where a hook has told it. */
  readonly input?: Readonly<Record<string, unknown>>;
  /** The helper that asks, where an agent has helpers of its own. */
  readonly helper?: string;
  /** What the agent says it is for; written by the model, display only. */
  readonly description?: string;
  /** The folder it would be done in, where the agent has told it. Absolute. */
  readonly directory?: string;
  /**
   * Whether everything that would be approved is on the screen. False when any
   * part is cut, folded, scrolled away or not understood: never answered.
   */
  readonly complete: boolean;
  /** Why {@linkcode complete} is false, as a short phrase. */
  readonly incompleteBecause?: string;
  /**
   * Set when {@linkcode complete} is false only because the rows, all of them
   * visible, do not tell the exact text: the agent's own record, if it fits
   * the rows, settles it.
   */
  readonly settledByRecord?: true;
  /**
   * Set on a page that does nothing but ask for one more key before an answer
   * to the dialog before it counts: that answer.
   */
  readonly confirms?: "deny";
  /** The rows that can be chosen, in order. */
  readonly options: readonly Option[];
  /** Index of the preselected option, if one is. */
  readonly selected: number | undefined;
  /** Identifies the dialog: equal for equal dialogs, whatever stands above. */
  readonly fingerprint: string;
  /**
   * The dialog's own rows that must all still be visible at the moment of the
   * key, each trimmed, without escapes: title, command or path, options.
   */
  readonly evidence: readonly string[];
}
