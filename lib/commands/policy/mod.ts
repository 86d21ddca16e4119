import { buildCommand } from "@stricli/core";
import type { OrchContext } from "../context.ts";
import {
  type JsonFlag,
  jsonFlag,
  type ProjectFlag,
  projectFlag,
  switchFlag,
} from "../flags.ts";

/** The flags of `orch policy`. */
export interface PolicyFlags extends JsonFlag, ProjectFlag {
  readonly accept: boolean;
  readonly schema: boolean;
}

/** `orch policy`. */
export const policyCommand = buildCommand<PolicyFlags, [], OrchContext>({
  loader: async () => (await import("./policy.ts")).policy,
  parameters: {
    flags: {
      project: projectFlag,
      accept: switchFlag(
        "Let what the project's orch.yaml allows count, as it is now",
      ),
      schema: {
        kind: "boolean",
        brief: "Print the JSON Schema by which editors check orch.yaml",
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
