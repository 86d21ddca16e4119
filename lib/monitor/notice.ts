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
    /** A request that waited has left the screen, nobody saw yet how. */
    readonly type: "left";
    readonly agent: string;
    readonly id: number;
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
    /** An agent has taken a prompt, as its hook tells. */
    readonly type: "prompt";
    readonly agent: string;
    readonly pane: string;
    readonly text: string;
  }
  | {
    /** An agent's turn has ended, as its hook tells. */
    readonly type: "turn-ended";
    readonly agent: string;
    readonly pane: string;
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
    /** An agent has reached its usage limit. */
    readonly type: "limited";
    readonly agent: string;
    /** When it ends, as the screen words it. */
    readonly wording: string | undefined;
    /**
     * When it ends, in milliseconds since 1970; unset when that is not known,
     * and a person has to tell the agent to go on.
     */
    readonly resets: number | undefined;
  }
  | {
    /** An agent's limit was over, and it was told to go on. */
    readonly type: "woken";
    readonly agent: string;
  }
  | {
    /** Something is wrong that a person should know of. */
    readonly type: "trouble";
    readonly agent: string | undefined;
    readonly message: string;
    readonly hint: string | undefined;
  };
