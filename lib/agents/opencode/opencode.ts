import type { Agent } from "../agent.ts";
import { hooks } from "./hooks.ts";
import { keyFor } from "./key.ts";
import { launch } from "./launch.ts";
import { message } from "./message.ts";
import { outcome } from "./outcome.ts";
import { read } from "./read.ts";
import { versionIn } from "./version.ts";

/** OpenCode 1.18.33 and releases that draw their panels alike. */
export const opencode: Agent = {
  kind: "opencode",
  label: "OpenCode",
  versions: ["1.18.33"],
  program: "opencode",
  programs: ["opencode", "opencode.exe"],
  guard: 100,
  // 1.18 draws none of them, and then loses characters at the end of the row.
  hides: "control and invisible characters",
  keyFor,
  versionIn,
  hooks,
  read,
  outcome,
  message,
  launch,
  resumesLatest: true,
};
