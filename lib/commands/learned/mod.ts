import { buildCommand } from "@stricli/core";
import type { OrchContext } from "../context.ts";
import { type JsonFlag, jsonFlag } from "../flags.ts";

/** `orch learned`. */
export const learnedCommand = buildCommand<JsonFlag, [string], OrchContext>({
  loader: async () => (await import("./learned.ts")).learned,
  parameters: {
    flags: { json: jsonFlag },
    positional: {
      kind: "tuple",
      parameters: [
        { parse: String, brief: "The agent's name", placeholder: "name" },
      ],
    },
  },
  docs: { brief: "List what an agent has learned" },
});
