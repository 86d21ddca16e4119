import { buildCommand } from "@stricli/core";
import type { OrchContext } from "../context.ts";
import {
  type AutonomyFlag,
  autonomyFlag,
  type JsonFlag,
  jsonFlag,
  type ProjectFlag,
  projectFlag,
  switchFlag,
  textFlag,
} from "../flags.ts";

/** The flags of `orch explain`. */
export interface ExplainFlags extends JsonFlag, ProjectFlag, AutonomyFlag {
  readonly learned?: string;
  readonly agent?: string;
  readonly stdin: boolean;
}

/** `orch explain`. */
export const explainCommand = buildCommand<
  ExplainFlags,
  string[],
  OrchContext
>({
  loader: async () => (await import("./explain.ts")).explain,
  parameters: {
    flags: {
      project: projectFlag,
      learned: textFlag("The agent file whose rules count", "FILE"),
      agent: textFlag(
        "The agent whose project, rules and autonomy count",
        "NAME",
      ),
      autonomy: autonomyFlag,
      stdin: switchFlag(
        'Read JSON lines {"cmd": …, "cwd"?: …} and answer each',
      ),
      json: jsonFlag,
    },
    positional: {
      kind: "array",
      parameter: {
        parse: String,
        brief: "The command, after --",
        placeholder: "command",
      },
    },
  },
  docs: {
    brief: "Say what would happen with a command, and why",
    customUsage: [
      "[--project DIR] [--learned FILE] [--autonomy A] [--json] -- CMD",
      "[--project DIR] [--learned FILE] [--autonomy A] --json --stdin",
    ],
  },
});
