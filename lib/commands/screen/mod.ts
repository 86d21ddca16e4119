import { buildCommand } from "@stricli/core";
import type { OrchContext } from "../context.ts";
import { type JsonFlag, jsonFlag } from "../flags.ts";

/** The flags of `orch screen`. */
export interface ScreenFlags extends JsonFlag {
  readonly agent: string;
}

/** `orch screen`. */
export const screenCommand = buildCommand<ScreenFlags, string[], OrchContext>({
  loader: async () => (await import("./screen.ts")).screen,
  parameters: {
    flags: {
      agent: {
        kind: "parsed",
        parse: String,
        brief: "The kind of agent the screens are of",
        placeholder: "KIND",
      },
      json: { ...jsonFlag, brief: "Print one JSON line for each file" },
    },
    positional: {
      kind: "array",
      parameter: {
        parse: String,
        brief: "Text from tmux capture-pane -p, with or without -e",
        placeholder: "file",
      },
      minimum: 1,
    },
  },
  docs: { brief: "Say what orch reads from a captured screen" },
});
