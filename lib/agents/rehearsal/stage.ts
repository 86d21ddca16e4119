import type { Dialog } from "./dialog.ts";

/** What became of a call, as the transcript shows it. */
export type CallState = "pending" | "approved" | "denied" | "withdrawn";

/** One piece of the transcript. */
export type Block =
  | {
    /** Something the agent says. */
    readonly kind: "say";
    /** The words. */
    readonly text: string;
  }
  | {
    /** A message that a person or another agent sent. */
    readonly kind: "message";
    /** The words. */
    readonly text: string;
  }
  | {
    /** Something the agent does or wants to do. */
    readonly kind: "call";
    /** What it is called on the screen, such as `Run`. */
    readonly tool: string;
    /** The command or path. */
    readonly subject: string;
    /** What became of it. */
    readonly state: CallState;
    /** What it printed, line by line. */
    readonly output: readonly string[];
  }
  | {
    /** The usage limit was reached. */
    readonly kind: "limit";
    /** When it ends, in words. */
    readonly resets: string;
  }
  | {
    /** Something failed. */
    readonly kind: "error";
    /** What failed. */
    readonly message: string;
  }
  | {
    /** A remark about the turn. */
    readonly kind: "notice";
    /** The words. */
    readonly text: string;
  };

/** What stands at the bottom of the screen. */
export type Activity =
  | {
    /** Waits for a message. */
    readonly kind: "idle";
  }
  | {
    /** Works on a turn. */
    readonly kind: "working";
    /** How long, in whole seconds. */
    readonly seconds: number;
    /** Which picture of the spinner is shown. */
    readonly frame: number;
  }
  | {
    /** Waits for an answer. */
    readonly kind: "asking";
    /** The dialog. */
    readonly dialog: Dialog;
    /** Index of the highlighted option. */
    readonly selected: number;
  };

/** All that can be seen of a rehearsal; drawn as rows by `draw`. */
export interface Stage {
  /** The script's name. */
  readonly name: string;
  /** The folder worked in. */
  readonly project: string;
  /** The transcript. */
  readonly blocks: readonly Block[];
  /** What is going on. */
  readonly activity: Activity;
  /** What was typed and not sent. */
  readonly draft: string;
  /** Messages that wait for the end of the turn. */
  readonly queued: readonly string[];
  /** How many rows of a call's output are shown. */
  readonly outputRows: number;
}

/** The size of a terminal, in cells. */
export interface Size {
  /** Cells in a row. */
  readonly columns: number;
  /** Rows. */
  readonly rows: number;
}
