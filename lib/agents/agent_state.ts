import type { Request } from "./request.ts";

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
