import { buildCommand } from "@stricli/core";
import type { OrchContext } from "../context.ts";
import { type JsonFlag, jsonFlag, switchFlag } from "../flags.ts";

/** The flags of `orch approvals`. */
export interface ApprovalsFlags extends JsonFlag {
  readonly all: boolean;
}

/** `orch approvals`. */
export const approvalsCommand = buildCommand<ApprovalsFlags, [], OrchContext>({
  loader: async () => (await import("./approvals.ts")).approvals,
  parameters: {
    flags: {
      all: switchFlag("Show what was answered in the last 24 hours, too"),
      json: jsonFlag,
    },
  },
  docs: { brief: "List what waits for you" },
});
