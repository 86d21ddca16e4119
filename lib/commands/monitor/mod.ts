import { buildCommand } from "@stricli/core";
import type { OrchContext } from "../context.ts";
import {
  type JsonFlag,
  jsonFlag,
  type SocketFlag,
  socketFlag,
  switchFlag,
  textFlag,
} from "../flags.ts";

/** The flags of `orch monitor`. */
export interface MonitorFlags extends JsonFlag, SocketFlag {
  readonly interval?: number;
  readonly once: boolean;
  readonly plain: boolean;
  readonly listCommands?: string;
}

/** `orch monitor`. */
export const monitorCommand = buildCommand<MonitorFlags, [], OrchContext>({
  loader: async () => (await import("./monitor.ts")).monitor,
  parameters: {
    flags: {
      interval: {
        kind: "parsed",
        parse: secondsOf,
        brief: "Seconds between looks over all panes; bells and titles are " +
          "seen at once all the same  [default = 0.1]",
        placeholder: "SECONDS",
        optional: true,
      },
      once: switchFlag(
        "Look at every agent once, answer what may be answered, end; " +
          "exit code 4 when something waits for you",
      ),
      plain: switchFlag(
        "Print a line for everything that happens instead of a live view",
      ),
      listCommands: textFlag(
        "List the commands that an agent has learned, and end",
        "NAME",
      ),
      json: {
        ...jsonFlag,
        brief: "Print everything that happens as JSON lines",
      },
      socket: socketFlag,
    },
  },
  docs: { brief: "Follow all agents: answer, hand over, learn" },
});

function secondsOf(text: string): number {
  const seconds = Number(text);
  if (!(seconds > 0 && seconds <= 3600)) {
    throw new RangeError(`'${text}' is not a number of seconds from 0 to 3600`);
  }
  return seconds;
}
