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
        always: switchFlag("Allow exactly this from now on, without asking"),
        pattern: textFlag(
          "Allow all that fits from now on, such as 'git commit *'",
          "P",
        ),
        json: jsonFlag,
        socket: socketFlag,
      },
      positional: { kind: "tuple", parameters: [requestNumber] },
    },
    docs: { brief: "Approve a request that waits" },
  },
);
