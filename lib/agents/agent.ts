/** The kinds of agents that orch knows. */
export type AgentKind =
  | "claude"
  | "codex"
  | "gemini"
  | "opencode"
  | "qwen"
  | "rehearsal";

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
  /** The MCP server whose tool would be called. */
  readonly server?: string;
  /** The MCP tool that would be called. */
  readonly tool?: string;
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
    /** Set when it says that it will go on by itself, some time after that. */
    readonly continues?: true;
    /** The menu of ways out that waits for a choice, if one does. */
    readonly menu?: Request;
    /** The text a person has typed but not sent; unset when there is none. */
    readonly draft?: string;
    /**
     * The beginning of the composer's first row, draft included, where that
     * tells it from the same text in the transcript.
     */
    readonly composer?: string;
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

/** Whose records are looked for. */
export interface RecordPlace {
  /** The home directory of the person who runs the agent. */
  readonly home: string;
  /** The folder the agent works in. Absolute. */
  readonly project: string;
  /** The agent's own configuration folder, where it has one. Absolute. */
  readonly isolate?: string;
}

/** Where records lie whose conversation's id orch does not choose. */
export interface RecordSearch {
  /** The folder that holds them. Absolute. */
  readonly folder: string;
  /** How many folders lie between it and the records. */
  readonly depth: number;
  /** What their names are like. */
  readonly name: RegExp;
}

/** What the beginning of a record tells. */
export interface RecordHead {
  /** The conversation's id. */
  readonly session: string;
  /** The folder the agent works in; unset where it is not told. */
  readonly project?: string;
  /** When the conversation began, in milliseconds since 1970. */
  readonly started?: number;
  /** The agent's version. */
  readonly version?: string;
}

/**
 * The files in which an agent itself records what it asks for, one line of
 * JSON after the other. Pure: it says where they are and what they say.
 */
export interface Records {
  /**
   * The file of a conversation whose id orch has given at the start.
   *
   * @param place Whose it is.
   * @param session The id.
   */
  file?(place: RecordPlace, session: string): string;
  /**
   * The folder in which it records what its helpers ask for, one file ending
   * in `.jsonl` for each; not there until one has started.
   *
   * @param place Whose it is.
   * @param session The id of the conversation.
   */
  helperFolder?(place: RecordPlace, session: string): string;
  /**
   * Where to look for the record when the agent chooses the id itself.
   *
   * @param place Whose it is.
   */
  search?(place: RecordPlace): RecordSearch;
  /**
   * Reads the beginning of a record that was found so.
   *
   * @param line The record's first line.
   * @returns `undefined` when it is no record.
   */
  head?(line: string): RecordHead | undefined;
  /**
   * Reads calls and their outcomes from the end of a record, oldest first.
   *
   * @param tail The end of the file; its first line may be cut.
   */
  calls(tail: string): RecordedCall[];
}

/** What {@linkcode Agent.launch} is told. */
export interface LaunchOptions {
  /** The folder the agent works in. Absolute. */
  readonly project: string;
  /** The first prompt, given as an argument. */
  readonly prompt?: string;
  /** The id of the conversation, a UUID, so that its record can be found. */
  readonly session?: string;
  /** The id of an earlier conversation that is to be gone on with. */
  readonly resume?: string;
  /**
   * Whether to go on with the latest conversation in the project's folder, for
   * want of an id; only where {@linkcode Agent.resumesLatest} is set.
   */
  readonly resumeLatest?: true;
  /** A folder for its configuration, instead of the person's own. Absolute. */
  readonly isolate?: string;
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

/** One key on the way to an answer. */
export interface KeyStep {
  /** The key's tmux name. */
  readonly key: string;
  /**
   * Rows that must be visible besides the request's own evidence, each
   * trimmed, such as the highlighted one.
   */
  readonly rows?: readonly string[];
  /** Whether this key answers; otherwise it only moves the highlight. */
  readonly final: boolean;
}

/** Where an agent's hooks report to. */
export interface HookAddress {
  /** The address for this agent, on loopback. */
  readonly url: string;
  /** Proves that a report comes from this agent; sent as a bearer token. */
  readonly secret: string;
}

/** What {@linkcode Hooks.install} is told. */
export interface HookOptions {
  /** The agent's name. */
  readonly name: string;
  /** The home directory of the person who runs the agent. */
  readonly home: string;
  /** The folder the agent works in. Absolute. */
  readonly project: string;
  /** A folder of orch's own for this agent's files. Absolute, private. */
  readonly folder: string;
  /** A folder for its configuration, instead of the person's own. Absolute. */
  readonly isolate?: string;
  /** The installed version, if it is known. */
  readonly version?: string;
  /**
   * Set when the agent's environment sends its requests through a proxy, which
   * reports must not take.
   */
  readonly proxied?: true;
  /** Where to report to. */
  readonly address: HookAddress;
}

/** A file that hooks need: orch's own, or entries in one of the person's. */
export interface HookFile {
  /** Where it is. Absolute. */
  readonly path: string;
  /**
   * Adds what the hooks need, once, and keeps all else.
   *
   * @param text The file as it is; `undefined` when there is none.
   * @returns The file as it is to be.
   * @throws {OrchError} When the file is broken, with line and column.
   */
  add(text: string | undefined): string;
  /**
   * Takes out what {@linkcode add} has put there, and nothing else.
   *
   * @param text The file as it is.
   * @returns The file as it is to be; `undefined` when nothing is left of it.
   */
  remove(text: string): string | undefined;
}

/** What makes an agent report. */
export interface HookInstallation {
  /** Arguments for its program. */
  readonly arguments: readonly string[];
  /** Variables for its program. */
  readonly environment: Readonly<Record<string, string>>;
  /** Files that must be there before it starts; written with mode 0600. */
  readonly files: readonly HookFile[];
}

/** What an agent reports through a hook. */
export type HookEvent =
  | {
    /** It is about to ask a person, and takes an answer instead. */
    readonly event: "permission";
    readonly session?: string;
    /** What it asks for, whole and exact. */
    readonly request: Pick<
      Request,
      | "kind"
      | "command"
      | "path"
      | "url"
      | "server"
      | "tool"
      | "helper"
      | "description"
      | "call"
    >;
    /** Its working directory, if told. */
    readonly directory?: string;
    /**
     * The kind of the dialog that follows, where that asks for something else
     * first, such as for the folder in which it would be done.
     */
    readonly shownAs?: RequestKind;
    /** Set when it takes no answer: its dialog is to be answered by key. */
    readonly unanswerable?: true;
  }
  | {
    /** A conversation has begun or was gone on with. */
    readonly event: "session";
    readonly session: string;
    /** Where its record is, if told. */
    readonly record?: string;
  }
  | {
    /** A call has ended, or was turned down. */
    readonly event: "call";
    readonly session?: string;
    readonly call: RecordedCall;
  }
  | {
    /** It took a prompt; its turn has begun. */
    readonly event: "prompt";
    readonly session?: string;
    readonly text: string;
  }
  | {
    /** Its turn has ended. */
    readonly event: "turn-ended";
    readonly session?: string;
  };

/** What is answered to a `permission` report; `none` leaves it its dialog. */
export type HookAnswer =
  | { readonly answer: "allow" }
  | { readonly answer: "deny"; readonly reason: string }
  | { readonly answer: "none" };

/** How a kind of agent reports to orch and takes answers without a key. */
export interface Hooks {
  /**
   * Says what makes an agent report.
   *
   * @param options The agent and where to report to.
   * @returns What to start it with; `undefined` when the version has no hooks.
   */
  install(options: HookOptions): HookInstallation | undefined;
  /**
   * Reads a report.
   *
   * @param body What the agent sent, parsed from JSON. Anything can be in it.
   * @returns What it says; `undefined` when it is of no interest or not whole.
   */
  read(body: unknown): HookEvent | undefined;
  /**
   * Words an answer to a `permission` report as the agent takes it.
   *
   * @param answer The answer.
   * @returns The reply's body, to be written as JSON.
   */
  reply(answer: HookAnswer): Readonly<Record<string, unknown>>;
}

/** All that orch knows about one kind of agent. Pure: nothing here acts. */
export interface Agent {
  /** The kind. */
  readonly kind: AgentKind;
  /** Its name for people, such as `Claude Code`. */
  readonly label: string;
  /** The releases whose dialogs were recorded, oldest first. */
  readonly versions: readonly string[];
  /** The program that starts it, as looked up in `PATH`. */
  readonly program: string;
  /** Names under which its process can show in `#{pane_current_command}`. */
  readonly programs: readonly string[];
  /**
   * How long after a dialog was first seen a key is safe to send, in
   * milliseconds; earlier keys may be ignored by the agent.
   */
  readonly guard: number;
  /**
   * Says which key to press next to give an answer to a dialog.
   *
   * @param request The dialog as it is at this moment.
   * @param meaning The answer.
   * @returns The key; `undefined` when the dialog has no such answer.
   */
  keyFor(request: Request, meaning: "once" | "deny"): KeyStep | undefined;
  /**
   * Says which key leaves the menu of a usage limit so that the agent waits:
   * nothing is bought, nothing is switched, and its conversation stays. The key
   * must do so whatever else the menu offers.
   *
   * @param menu The menu as it is at this moment.
   * @returns The key; `undefined` where that was not verified for this menu.
   */
  leaveLimitMenu?(menu: Request): KeyStep | undefined;
  /**
   * Finds the version in what its program prints for `--version`, or on a
   * screen.
   *
   * @param text The text.
   */
  versionIn(text: string): string | undefined;
  /** How it reports without its screen, if it can. */
  readonly hooks?: Hooks;
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
  /** Set where it can go on with the latest conversation without its id. */
  readonly resumesLatest?: true;
  /** What it records of its conversations itself, if it does. */
  readonly records?: Records;
}
