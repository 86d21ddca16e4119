import type { Agent } from "../agent.ts";
import { hooks } from "./hooks.ts";
import { keyFor } from "./key_for.ts";
import { launch } from "./launch.ts";
import { leaveLimitMenu } from "./leave_limit_menu.ts";
import { message } from "./message.ts";
import { outcome } from "./outcome.ts";
import { read } from "./read.ts";
import { versionIn } from "./version.ts";
import { helperRecordFolder, recordedCalls, recordFile } from "./record.ts";

/** Claude Code, 1.0.128 and later releases that draw their dialogs alike. */
export const claude: Agent = {
  kind: "claude",
  label: "Claude Code",
  versions: ["1.0.128", "2.0.76", "2.1.197", "2.1.330"],
  program: "claude",
  programs: ["claude", "claude.exe", "node"],
  // 2.1.330 ignores keys for 100 to 150 ms after it has drawn a dialog.
  guard: 300,
  // Tabs are drawn as spaces, joiners as nothing. Releases up to 2.0.76 let
  // escape sequences act: what they hold, or erase, is not seen.
  hides: "tabs, joiners and, in early releases, escape sequences",
  keyFor,
  leaveLimitMenu,
  versionIn,
  read,
  outcome,
  message,
  launch,
  resumesLatest: true,
  hooks,
  records: {
    file: recordFile,
    helperFolder: helperRecordFolder,
    calls: recordedCalls,
  },
};
