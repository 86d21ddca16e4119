import { buildCommand } from "@stricli/core";
import type { OrchContext } from "../context.ts";
import { type JsonFlag, jsonFlag } from "../flags.ts";

/** The flags of `orch agents`. */
export interface AgentsFlags extends JsonFlag {}

/** `orch agents`. */
export const agentsCommand = buildCommand<AgentsFlags, [], OrchContext>({
  loader: async () => (await import("./agents.ts")).agents,
  parameters: { flags: { json: jsonFlag } },
  docs: {
    brief: "List the kinds of agents orch knows, and what is installed",
  },
});
