import { buildCommand } from "@stricli/core";
import type { OrchContext } from "../context.ts";
import {
  type JsonFlag,
  jsonFlag,
  type SocketFlag,
  socketFlag,
  textFlag,
} from "../flags.ts";
import { requestNumber } from "../request_number.ts";

/** The flags of `orch deny`. */
export interface DenyFlags extends JsonFlag, SocketFlag {
  readonly reason?: string;
}

/** `orch deny`. */
export const denyCommand = buildCommand<DenyFlags, [number], OrchContext>({
  loader: async () => (await import("./deny.ts")).deny,
  parameters: {
    flags: {
      reason: textFlag("What to tell the agent", "TEXT"),
      json: jsonFlag,
      socket: socketFlag,
    },
    positional: { kind: "tuple", parameters: [requestNumber] },
  },
  docs: { brief: "Deny a request that waits" },
});
