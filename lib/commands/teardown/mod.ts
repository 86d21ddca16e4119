import { buildCommand } from "@stricli/core";
import type { OrchContext } from "../context.ts";
import {
  type JsonFlag,
  jsonFlag,
  type SocketFlag,
  socketFlag,
  switchFlag,
} from "../flags.ts";

/** The flags of `orch teardown`. */
export interface TeardownFlags extends JsonFlag, SocketFlag {
  readonly forget: boolean;
  readonly force: boolean;
}

/** `orch teardown`. */
export const teardownCommand = buildCommand<
  TeardownFlags,
  [string],
  OrchContext
>({
  loader: async () => (await import("./teardown.ts")).teardown,
  parameters: {
    flags: {
      forget: switchFlag("Remove what it has learned as well"),
      force: switchFlag(
        "Do it even while the agent runs; it goes on unanswered",
      ),
      json: jsonFlag,
      socket: socketFlag,
    },
    positional: {
      kind: "tuple",
      parameters: [
        { parse: String, brief: "The agent's name", placeholder: "name" },
      ],
    },
  },
  docs: {
    brief: "Undo what setup has done for an agent",
    fullDescription: [
      "Undoes what setup has done for an agent.",
      "",
      "Takes what orch has added out of the agent's settings and leaves the",
      "rest of them, removes its start script and private files, and takes it",
      "off the list. What it has learned and its history stay.",
    ].join("\n"),
  },
});
