import { buildCommand } from "@stricli/core";
import type { OrchContext } from "../context.ts";
import {
  type JsonFlag,
  jsonFlag,
  type SocketFlag,
  socketFlag,
} from "../flags.ts";

/** The flags of `orch status`. */
export interface StatusFlags extends JsonFlag, SocketFlag {}

/** `orch status`. */
export const statusCommand = buildCommand<StatusFlags, [], OrchContext>({
  loader: async () => (await import("./status.ts")).status,
  parameters: { flags: { json: jsonFlag, socket: socketFlag } },
  docs: { brief: "Show every agent, what it does and what waits for you" },
});
