import type { Agent } from "../agent.ts";
import { hooks } from "./hooks.ts";
import { keyFor } from "./key_for.ts";
import { launch } from "./launch.ts";
import { message } from "./message.ts";
import { outcome } from "./outcome.ts";
import { read } from "./read.ts";
import { recordedCalls, recordHead, recordSearch } from "./record.ts";
import { versionIn } from "./version.ts";

/** Codex, 0.98.0 and later releases that draw their dialogs alike. */
export const codex: Agent = {
  kind: "codex",
  label: "Codex",
  versions: ["0.98.0", "0.169.0"],
  program: "codex",
  programs: ["codex", "node"],
  // It takes keys as soon as it has drawn a dialog, but may still be drawing.
  guard: 100,
  // 0.169 draws none of them at all, nor the rest of a command with a NUL.
  hides: "tabs, control and invisible characters",
  keyFor,
  versionIn,
  read,
  outcome,
  message,
  launch,
  resumesLatest: true,
  hooks,
  records: { search: recordSearch, head: recordHead, calls: recordedCalls },
};
