/** What all steps that ask may say about their dialog. */
export interface AskOptions {
  /** Whether the options have numbers. @default {true} */
  readonly numbered?: boolean;
}

/** Runs a command once it was approved. */
export interface RunStep extends AskOptions {
  /** The command, given to `bash -c`. */
  readonly run: string;
  /** What it is for, shown above it. */
  readonly description?: string;
  /** The folder it runs in, under the project. */
  readonly directory?: string;
  /**
   * What "don't ask again" would cover. Unset: made from the command. False:
   * the dialog has no such row.
   */
  readonly always?: string | false;
  /** What its hook does otherwise than it should. */
  readonly hook?: {
    /** The command that it tells instead. */
    readonly tells?: string;
    /** Whether what it is answered is ignored. */
    readonly ignored?: boolean;
  };
  /** Another command takes the dialog's place while it waits. */
  readonly swap?: {
    /** Milliseconds after the dialog was drawn. */
    readonly after: number;
    /** The command that is asked for instead. */
    readonly run: string;
  };
}

/** Writes a file once that was approved. */
export interface WriteStep extends AskOptions {
  /** Where and what. */
  readonly write: {
    /** The path, absolute or under the project. */
    readonly path: string;
    /** The whole text. */
    readonly text: string;
  };
}

/** Changes a part of a file once that was approved. */
export interface EditStep extends AskOptions {
  /** Where and what. */
  readonly edit: {
    /** The path, absolute or under the project. */
    readonly path: string;
    /** The part that goes. It must be in the file. */
    readonly from: string;
    /** What stands there instead. */
    readonly to: string;
  };
}

/** A step that asks before it acts. */
export type CallStep = RunStep | WriteStep | EditStep;

/** One thing a rehearsal does. */
export type Step =
  | CallStep
  | {
    /** Says something. */
    readonly say: string;
  }
  | {
    /** Thinks, for so many milliseconds. */
    readonly pause: number;
  }
  | {
    /** Wants all of these at once and asks for one after the other. */
    readonly together: readonly CallStep[];
  }
  | {
    /** Ends the turn and goes on with the next message. */
    readonly wait: "message";
  }
  | {
    /** Reaches the usage limit, which ends at this time, in words. */
    readonly limit: string;
    /** For so many milliseconds every message meets the limit again. */
    readonly lasts?: number;
  }
  | {
    /** Ends the turn with this error. */
    readonly error: string;
  }
  | {
    /** Ends the program with this exit code. */
    readonly crash: number;
  }
  | ({
    /** Asks a person something. */
    readonly question: string;
    /** The possible answers. */
    readonly choices: readonly string[];
  } & AskOptions)
  | {
    /** Asks whether the folder can be trusted; a no ends the program. */
    readonly trust: true;
  }
  | {
    /** How often the steps are repeated. */
    readonly repeat: number;
    /** The steps. */
    readonly steps: readonly Step[];
  };

/** What a rehearsal plays. */
export interface Script {
  /** Shown at the top of the screen. */
  readonly name: string;
  /** What happens, in order. */
  readonly steps: readonly Step[];
  /**
   * For how many milliseconds after a dialog was drawn keys are ignored.
   *
   * @default {0}
   */
  readonly guard?: number;
  /** How many rows of a command's output are shown. @default {4} */
  readonly outputRows?: number;
  /**
   * What a denial does: the next step follows, or the turn ends and a message
   * is waited for.
   *
   * @default {"continue"}
   */
  readonly afterDenial?: "continue" | "wait";
  /**
   * How long a reply to a hook is waited for, in milliseconds.
   *
   * @default {2000}
   */
  readonly hookPatience?: number;
  /** What follows the last step. @default {"idle"} */
  readonly then?: "idle" | "exit";
  /**
   * Folders, under the project, in which commands find their programs first.
   */
  readonly path?: readonly string[];
  /** A folder, under the project, that commands take for their home. */
  readonly home?: string;
}
