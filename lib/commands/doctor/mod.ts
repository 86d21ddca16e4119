import { buildCommand } from "@stricli/core";
import type { OrchContext } from "../context.ts";
import {
  type JsonFlag,
  jsonFlag,
  type SocketFlag,
  socketFlag,
  switchFlag,
} from "../flags.ts";

/** The flags of `orch doctor`. */
export interface DoctorFlags extends JsonFlag, SocketFlag {
  readonly fix: boolean;
}

/** `orch doctor`. */
export const doctorCommand = buildCommand<DoctorFlags, [], OrchContext>({
  loader: async () => (await import("./doctor.ts")).doctor,
  parameters: {
    flags: {
      fix: switchFlag("Install tmux where that needs no password"),
      json: jsonFlag,
      socket: socketFlag,
    },
  },
  docs: { brief: "Check what orch needs and what it has left behind" },
});
