import { buildCommand } from "@stricli/core";
import type { OrchContext } from "../context.ts";

/** `orch rehearse`: the program of the rehearsal agent. */
export const rehearseCommand = buildCommand<
  Record<never, never>,
  string[],
  OrchContext
>({
  loader: async () => (await import("./rehearse.ts")).rehearse,
  parameters: {
    positional: {
      kind: "array",
      parameter: {
        parse: String,
        brief: "The script to play, and what its player takes",
        placeholder: "script",
      },
    },
  },
  docs: { brief: "Play a script as an agent would" },
});
