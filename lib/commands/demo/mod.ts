import { buildCommand } from "@stricli/core";
import type { OrchContext } from "../context.ts";

/** The flags of `orch demo`. */
export interface DemoFlags {
  readonly you: boolean;
  readonly keep: boolean;
}

/** `orch demo`. */
export const demoCommand = buildCommand<DemoFlags, [], OrchContext>({
  loader: async () => (await import("./demo.ts")).demo,
  parameters: {
    flags: {
      you: {
        kind: "boolean",
        brief: "You answer what reaches a person",
        default: false,
        withNegated: false,
      },
      keep: {
        kind: "boolean",
        brief: "Leave the tmux server running, to look at",
        default: false,
        withNegated: false,
      },
    },
  },
  docs: {
    brief: "Watch three agents teach orch, in a tmux server of their own",
  },
});
