import { buildCommand } from "@stricli/core";
import type { OrchContext } from "../context.ts";
import {
  type JsonFlag,
  jsonFlag,
  type SocketFlag,
  socketFlag,
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
      reason: {
        kind: "parsed",
        parse: String,
        brief: "What to tell the agent",
        placeholder: "TEXT",
        optional: true,
      },
      json: jsonFlag,
      socket: socketFlag,
    },
    positional: { kind: "tuple", parameters: [requestNumber] },
  },
  docs: { brief: "Deny a request that waits" },
});
