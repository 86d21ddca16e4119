import { buildCommand } from "@stricli/core";
import { agents } from "../../agents/mod.ts";
import type { Autonomy } from "../../learner/mod.ts";
import type { OrchContext } from "../context.ts";
import {
  autonomies,
  type JsonFlag,
  jsonFlag,
  type SocketFlag,
  socketFlag,
  switchFlag,
  textFlag,
} from "../flags.ts";

const kinds = Object.keys(agents).join(", ");

/** The flags of `orch setup`. */
export interface SetupFlags extends JsonFlag, SocketFlag {
  readonly agent?: string;
  readonly autonomy: Autonomy;
  readonly start: boolean;
  readonly brief?: string;
  readonly script?: string;
  readonly isolate: boolean;
  readonly hooks: boolean;
}

/** `orch setup`. */
export const setupCommand = buildCommand<
  SetupFlags,
  [path?: string, name?: string],
  OrchContext
>({
  loader: async () => (await import("./setup.ts")).setup,
  parameters: {
    flags: {
      agent: textFlag(
        `The kind of agent: ${kinds}  [default = claude]`,
        "KIND",
      ),
      autonomy: {
        kind: "enum",
        values: autonomies,
        brief: "How much passes the first time without you",
        default: "assisted",
      },
      start: switchFlag("Open a tmux session with the agent and brief it"),
      brief: textFlag("What the agent is told when it starts", "TEXT"),
      script: textFlag("The script that a rehearsal agent plays", "FILE"),
      isolate: switchFlag(
        "Give the agent a configuration of its own; it may ask for a " +
          "login once",
      ),
      hooks: {
        kind: "boolean",
        brief: "Let the agent report what it asks for, where it can",
        default: true,
      },
      json: jsonFlag,
      socket: socketFlag,
    },
    positional: {
      kind: "tuple",
      parameters: [
        {
          parse: String,
          brief: "The project's folder",
          placeholder: "path",
          optional: true,
        },
        {
          parse: String,
          brief: "The agent's name  [default = the folder's name]",
          placeholder: "name",
          optional: true,
        },
      ],
    },
  },
  docs: {
    brief: "Set up an agent for a project",
    fullDescription: [
      "Sets up an agent for a project.",
      "",
      "Looks at the project, writes ~/.claude-agent-<name>.json with what such",
      "a project needs approved from the start, and ~/.claude-env-<name>.sh,",
      "which starts the agent in the pane it is run in. Asks for what is missing",
      "when there is a terminal. What is there already is kept.",
    ].join("\n"),
  },
});
