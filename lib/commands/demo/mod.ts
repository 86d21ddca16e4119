import { buildCommand } from "@stricli/core";
import type { OrchContext } from "../context.ts";
import { switchFlag } from "../flags.ts";

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
      you: switchFlag("You answer what reaches a person"),
      keep: switchFlag("Leave the tmux server running, to look at"),
    },
  },
  docs: {
    brief: "Watch three agents teach orch, in a tmux server of their own",
  },
});
