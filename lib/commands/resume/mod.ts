import { buildCommand } from "@stricli/core";
import type { OrchContext } from "../context.ts";
import {
  type JsonFlag,
  jsonFlag,
  type SocketFlag,
  socketFlag,
} from "../flags.ts";

/** The flags of `orch resume`. */
export interface ResumeFlags extends JsonFlag, SocketFlag {}

/** `orch resume`. */
export const resumeCommand = buildCommand<ResumeFlags, string[], OrchContext>({
  loader: async () => (await import("./resume.ts")).resume,
  parameters: {
    flags: { json: jsonFlag, socket: socketFlag },
    positional: {
      kind: "array",
      parameter: {
        parse: String,
        brief: "The agents  [default = all that were lost]",
        placeholder: "name",
      },
    },
  },
  docs: {
    brief: "Start agents again with the conversation they were in",
    fullDescription: [
      "Starts agents again with the conversation they were in.",
      "",
      "Without names, all that were lost: that crashed, or whose tmux server",
      "is no more, as after a reboot. By name also one that has ended. Never",
      "one that runs.",
    ].join("\n"),
  },
});
