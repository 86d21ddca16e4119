import { buildCommand } from "@stricli/core";
import type { Autonomy } from "../../learner/mod.ts";
import type { OrchContext } from "../context.ts";
import { type JsonFlag, jsonFlag } from "../flags.ts";

/** The flags of `orch explain`. */
export interface ExplainFlags extends JsonFlag {
  readonly project?: string;
  readonly learned?: string;
  readonly agent?: string;
  readonly autonomy?: Autonomy;
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
      project: {
        kind: "parsed",
        parse: String,
        brief: "The project's folder  [default = this folder]",
        placeholder: "DIR",
        optional: true,
      },
      learned: {
        kind: "parsed",
        parse: String,
        brief: "The agent file whose rules count",
        placeholder: "FILE",
        optional: true,
      },
      agent: {
        kind: "parsed",
        parse: String,
        brief: "The agent whose project, rules and autonomy count",
        placeholder: "NAME",
        optional: true,
      },
      autonomy: {
        kind: "enum",
        values: ["supervised", "assisted", "autonomous"],
        brief: "How much passes the first time  [default = assisted]",
        optional: true,
      },
      stdin: {
        kind: "boolean",
        brief: 'Read JSON lines {"cmd": …, "cwd"?: …} and answer each',
        default: false,
        withNegated: false,
      },
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
