import { buildCommand } from "@stricli/core";
import type { OrchContext } from "../context.ts";
import {
  type JsonFlag,
  jsonFlag,
  type SocketFlag,
  socketFlag,
} from "../flags.ts";
import { requestNumber } from "../request_number.ts";

/** The flags of `orch approve`. */
export interface ApproveFlags extends JsonFlag, SocketFlag {
  readonly always: boolean;
  readonly pattern?: string;
}

/** `orch approve`. */
export const approveCommand = buildCommand<ApproveFlags, [number], OrchContext>(
  {
    loader: async () => (await import("./approve.ts")).approve,
    parameters: {
      flags: {
        always: {
          kind: "boolean",
          brief: "Allow exactly this from now on, without asking",
          default: false,
          withNegated: false,
        },
        pattern: {
          kind: "parsed",
          parse: String,
          brief: "Allow all that fits from now on, such as 'git commit *'",
          placeholder: "P",
          optional: true,
        },
        json: jsonFlag,
        socket: socketFlag,
      },
      positional: { kind: "tuple", parameters: [requestNumber] },
    },
    docs: { brief: "Approve a request that waits" },
  },
);
