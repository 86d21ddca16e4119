import type { AgentState } from "../agents/mod.ts";
import type { AnsweredBy, RequestOutcome } from "../journal/mod.ts";
import type { LearnedChange, Verdict } from "../learner/mod.ts";

/** What the monitor tells whoever shows it to people. */
export type Notice =
  | {
    /** An agent changed what it is doing. */
    readonly type: "state";
    readonly agent: string;
    readonly pane: string;
    readonly state: AgentState["state"];
  }
  | {
    /** A request was read and judged. */
    readonly type: "decided";
    readonly agent: string;
    readonly id: number;
    readonly summary: string;
    readonly verdict: Verdict;
    /** Milliseconds from the screen that showed it to the verdict. */
    readonly took: number;
  }
  | {
    /** A request needs a person. */
    readonly type: "waiting";
    readonly agent: string;
    readonly id: number;
    readonly summary: string;
    readonly reason: string;
  }
  | {
    /** A request's dialog is gone. */
    readonly type: "closed";
    readonly agent: string;
    readonly id: number;
    readonly summary: string;
    readonly by: AnsweredBy;
    readonly outcome: RequestOutcome;
  }
  | {
    /** A person's answer taught something. */
    readonly type: "learned";
    readonly agent: string;
    readonly changes: readonly LearnedChange[];
  }
  | {
    /** A pane with an agent is gone. */
    readonly type: "gone";
    readonly agent: string;
    readonly pane: string;
  }
  | {
    /** An agent crashed, or its tmux server did; it can be gone on with. */
    readonly type: "lost";
    readonly agent: string;
    /** The command that does. */
    readonly resume: string;
  }
  | {
    /** Something is wrong that a person should know of. */
    readonly type: "trouble";
    readonly agent: string | undefined;
    readonly message: string;
    readonly hint: string | undefined;
  };
