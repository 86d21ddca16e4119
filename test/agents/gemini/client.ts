import type { Client } from "../lab/client.ts";

/** Gemini CLI in the lab. */
export const geminiClient: Client = {
  kind: "gemini",
  package: "@google/gemini-cli",
  program: "gemini",
  version: "0.61.0",
  dialect: "gemini",
  // Its composer is there before it takes an Enter.
  quiet: 1500,
  files: ({ project, trusted, settings }) => ({
    ".gemini/settings.json": JSON.stringify({
      security: {
        auth: { selectedType: "gemini-api-key" },
        folderTrust: { enabled: true },
      },
      general: { enableAutoUpdate: false, enableAutoUpdateNotification: false },
      privacy: { usageStatisticsEnabled: false },
      // It asks the model, which says in the lab what fits any question.
      model: { disableLoopDetection: true },
      ...settings,
    }),
    ".gemini/trustedFolders.json": JSON.stringify(
      trusted ? { [project]: "TRUST_FOLDER" } : {},
    ),
  }),
  environment: ({ model }) => ({
    GEMINI_API_KEY: "dummy",
    GOOGLE_GEMINI_BASE_URL: model,
  }),
  arguments: (
    { session },
  ) => ["--approval-mode=default", `--session-id=${session}`],
  // A dialog stands in for the composer; above that anything can be quoted.
  mayAsk: (plain) =>
    /● 1\. /.test(plain) && !/^ ?> {3}Type your message/m.test(plain),
  // The composer is there while it works, too.
  isIdle: (plain) =>
    /Type your message/.test(plain) &&
    !/esc to cancel/.test(plain),
  command: (command, description = "Do it") => ({
    tool: "run_shell_command",
    input: { command, description },
  }),
};
