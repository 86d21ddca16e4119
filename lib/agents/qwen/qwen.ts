import type { Agent } from "../agent.ts";
import { shownKey } from "../key_step.ts";
import { hooks } from "./hooks.ts";
import { launch } from "./launch.ts";
import { message } from "./message.ts";
import { outcome } from "./outcome.ts";
import { read } from "./read.ts";
import { recordedCalls, recordFile } from "./record.ts";
import { versionIn } from "./version.ts";

/** Qwen Code, 0.15.10 and later releases that draw their dialogs alike. */
export const qwen: Agent = {
  kind: "qwen",
  label: "Qwen Code",
  versions: ["0.15.10"],
  program: "qwen",
  programs: ["qwen", "node"],
  guard: 300,
  // 0.15 draws an escape as it is written in JSON, others as nothing; rows with
  // tabs or such characters lose what stands at their end.
  hides: "control and invisible characters",
  keyFor: shownKey,
  versionIn,
  read,
  outcome,
  message,
  launch,
  resumesLatest: true,
  hooks,
  records: { file: recordFile, calls: recordedCalls },
};
