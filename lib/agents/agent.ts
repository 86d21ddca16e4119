/** The kinds of agents that orch knows. */
export type AgentKind = "claude" | "rehearsal";

/** A pane's visible screen as `capture-pane -p` or `-p -e` gives it. */
export interface Screen {
  /** The rows, joined by newlines, with or without SGR escapes. */
  readonly text: string;
  /** Width in cells. Unset: taken from the widest row. */
  readonly columns?: number;
  /** Height in rows. Unset: the number of rows in the text. */
  readonly rows?: number;
  /** The pane's title, if known. */
  readonly title?: string;
}

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
  /** The agent's own id of the call, once its record has confirmed it. */
  readonly call?: string;
  /** The path as shown; unset where none is asked for. */
  readonly path?: string;
  /** The address that would be fetched. */
  readonly url?: string;
  /** The helper that asks, where an agent has helpers of its own. */
  readonly helper?: string;
  /** What the agent says it is for; written by the model, display only. */
  readonly description?: string;
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

/** What an agent is doing, read from its screen. */
export type AgentState =
  | { readonly state: "starting" }
  | {
    readonly state: "idle";
    /** The text a person has typed but not sent; unset when there is none. */
    readonly draft?: string;
    /**
     * The beginning of the composer's first row, draft included, where that
     * tells it from the same text in the transcript.
     */
    readonly composer?: string;
  }
  | {
    readonly state: "working";
    /** The text a person has typed but not sent; unset when there is none. */
    readonly draft?: string;
    /**
     * The beginning of the composer's first row, draft included, where that
     * tells it from the same text in the transcript.
     */
    readonly composer?: string;
  }
  | { readonly state: "asking"; readonly request: Request }
  | {
    readonly state: "limited";
    /** The reset time as the screen words it. */
    readonly resets?: string;
  }
  | { readonly state: "error"; readonly message: string }
  | { readonly state: "exited" };

/** What became of a request that is no longer on the screen. */
export type Outcome = "approved" | "denied" | "unknown";

/** A call that the agent's own record holds. */
export interface RecordedCall {
  /** The agent's id for the call. */
  readonly id: string;
  /** What kind of request it leads to. */
  readonly kind: RequestKind;
  /** The exact command. */
  readonly command?: string;
  /** The exact path. */
  readonly path?: string;
  /** Set when a helper of the agent made the call. */
  readonly helper?: true;
  /** Set once the call was answered. */
  readonly outcome?: Outcome;
}

/** What {@linkcode Agent.launch} is told. */
export interface LaunchOptions {
  /** The folder the agent works in. Absolute. */
  readonly project: string;
  /** The first prompt, given as an argument. */
  readonly prompt?: string;
  /** The id of the conversation, a UUID, so that its record can be found. */
  readonly session?: string;
  /** Further arguments for the agent's program, as the person gave them. */
  readonly arguments?: readonly string[];
}

/** How to start an agent in a pane. */
export interface Launch {
  /** Program and arguments; nothing is split or expanded. */
  readonly argv: readonly string[];
  /** Variables to set. */
  readonly environment: Readonly<Record<string, string>>;
  /** Variables to take out of what the pane would inherit. */
  readonly unset: readonly string[];
}

/** All that orch knows about one kind of agent. Pure: nothing here acts. */
export interface Agent {
  /** The kind. */
  readonly kind: AgentKind;
  /** Its name for people, such as `Claude Code`. */
  readonly label: string;
  /** Names under which its process can show in `#{pane_current_command}`. */
  readonly programs: readonly string[];
  /**
   * How long after a dialog was first seen a key is safe to send, in
   * milliseconds; earlier keys may be ignored by the agent.
   */
  readonly guard: number;
  /** The tmux key name that denies any of its dialogs. */
  readonly denyKey: string;
  /**
   * Reads a screen.
   *
   * @param screen The visible screen.
   */
  read(screen: Screen): AgentState;
  /**
   * Tells from the screen after a dialog what a person answered.
   *
   * @param request The dialog that is gone.
   * @param after The screen that follows it.
   */
  outcome(request: Request, after: Screen): Outcome;
  /**
   * Words a message so that the agent takes it as one, where some texts would
   * be commands of its own.
   *
   * @param text The message.
   */
  message?(text: string): string;
  /**
   * Says how to start the agent.
   *
   * @param options Where and with what.
   */
  launch(options: LaunchOptions): Launch;
  /**
   * The file in which the agent itself records what it asks for, if it does.
   *
   * @param home The home directory of the person who runs the agent.
   * @param project The folder the agent works in.
   * @param session The id it was launched with.
   */
  recordFile?(
    home: string,
    project: string,
    session: string,
  ): string;
  /**
   * The folder in which it records what its helpers ask for, one file ending
   * in `.jsonl` for each, in the same format; not there until one has started.
   *
   * @param home The home directory of the person who runs the agent.
   * @param project The folder the agent works in.
   * @param session The id it was launched with.
   */
  helperRecordFolder?(
    home: string,
    project: string,
    session: string,
  ): string;
  /**
   * Reads calls and their outcomes from the end of that file, oldest first.
   *
   * @param tail The end of the file; its first line may be cut.
   */
  recordedCalls?(tail: string): RecordedCall[];
}
