import type { Agent } from "../agent.ts";
import { shownKey } from "../key_step.ts";
import { hooks } from "./hooks.ts";
import { launch } from "./launch.ts";
import { leaveLimitMenu } from "./leave_limit_menu.ts";
import { message } from "./message.ts";
import { outcome } from "./outcome.ts";
import { read } from "./read.ts";
import { recordedCalls } from "./record.ts";
import { versionIn } from "./version.ts";

/** Gemini CLI, 0.61.0 and later releases that draw their dialogs alike. */
export const gemini: Agent = {
  kind: "gemini",
  label: "Gemini CLI",
  versions: ["0.61.0"],
  program: "gemini",
  programs: ["gemini", "node"],
  // It takes keys at once, even before it has folded what does not fit.
  guard: 200,
  // 0.61 takes out whole sequences with what they hold, such as a title, and
  // all other such characters; tabs become spaces.
  hides: "escape sequences, control and invisible characters",
  keyFor: shownKey,
  leaveLimitMenu,
  versionIn,
  read,
  outcome,
  message,
  launch,
  resumesLatest: true,
  hooks,
  // Where it is, its hooks tell.
  records: { calls: recordedCalls },
};
