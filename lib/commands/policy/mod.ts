import { buildCommand } from "@stricli/core";
import type { OrchContext } from "../context.ts";
import { type JsonFlag, jsonFlag } from "../flags.ts";

/** The flags of `orch policy`. */
export interface PolicyFlags extends JsonFlag {
  readonly project?: string;
  readonly accept: boolean;
}

/** `orch policy`. */
export const policyCommand = buildCommand<PolicyFlags, [], OrchContext>({
  loader: async () => (await import("./policy.ts")).policy,
  parameters: {
    flags: {
      project: {
        kind: "parsed",
        parse: String,
        brief: "The project's folder  [default = this folder]",
        placeholder: "DIR",
        optional: true,
      },
      accept: {
        kind: "boolean",
        brief: "Let what the project's orch.yaml allows count, as it is now",
        default: false,
        withNegated: false,
      },
      json: jsonFlag,
    },
  },
  docs: {
    brief: "Show what orch.yaml and your own config lay down for agents",
  },
});
