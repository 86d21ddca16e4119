import { buildCommand } from "@stricli/core";
import type { OrchContext } from "../context.ts";
import {
  type AutonomyFlag,
  autonomyFlag,
  type JsonFlag,
  jsonFlag,
  textFlag,
} from "../flags.ts";

/** The flags of `orch replay`. */
export interface ReplayFlags extends JsonFlag, AutonomyFlag {
  readonly learnedOut?: string;
  readonly asked?: string;
}

/** `orch replay`. */
export const replayCommand = buildCommand<ReplayFlags, [string], OrchContext>({
  loader: async () => (await import("./replay.ts")).replayTrace,
  parameters: {
    flags: {
      autonomy: autonomyFlag,
      learnedOut: textFlag("A new agent file for what was learned", "FILE"),
      asked: textFlag(
        "A new file for what reached the person, and why, as JSON lines",
        "FILE",
      ),
      json: jsonFlag,
    },
    positional: {
      kind: "tuple",
      parameters: [{
        parse: String,
        brief: 'JSON lines {"t": …, "project": …, "cmd": …, "danger"?: …}',
        placeholder: "TRACE.jsonl",
      }],
    },
  },
  docs: {
    brief: "Run the learner over a trace of commands, with a stand-in person",
    fullDescription:
      "Runs the learner over commands that agents really asked for, one JSON " +
      "object a line. Every project starts with nothing learned. The stand-in " +
      'denies what the trace marks with "danger", and approves all else. ' +
      "Nothing is run, and no file but the trace is read.",
    customUsage: [
      "[--autonomy A] [--learned-out FILE] [--asked FILE] TRACE.jsonl",
    ],
  },
});
