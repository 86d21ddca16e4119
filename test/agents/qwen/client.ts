import type { Client } from "../lab/client.ts";

/** Qwen Code in the lab. */
export const qwenClient: Client = {
  kind: "qwen",
  package: "@qwen-code/qwen-code",
  program: "qwen",
  version: "0.15.10",
  dialect: "openai-chat",
  // Its composer is there before it takes an Enter.
  quiet: 1500,
  files: ({ project, trusted, settings }) => ({
    ".qwen/settings.json": JSON.stringify({
      security: {
        auth: { selectedType: "openai" },
        folderTrust: { enabled: true },
      },
      general: { disableAutoUpdate: true },
      privacy: { usageStatisticsEnabled: false },
      // It would ask its model for more than the conversation.
      memory: {
        enableManagedAutoMemory: false,
        enableManagedAutoDream: false,
      },
      ...settings,
    }),
    ".qwen/trustedFolders.json": JSON.stringify(
      trusted ? { [project]: "TRUST_FOLDER" } : {},
    ),
  }),
  environment: ({ model }) => ({
    OPENAI_API_KEY: "dummy",
    OPENAI_BASE_URL: `${model}/v1`,
    OPENAI_MODEL: "qwen3-coder-plus",
  }),
  arguments: (
    { session },
  ) => ["--approval-mode=default", `--session-id=${session}`],
  // A dialog stands in for the composer; above that anything can be quoted.
  mayAsk: (plain) =>
    /[●›❯] 1\. /.test(plain) && !/^ ?> {3}Type your message/m.test(plain),
  // The composer is there while it works, too.
  isIdle: (plain) =>
    /Type your message/.test(plain) &&
    !/esc to cancel|Initializing/.test(plain),
  command: (command, description = "Do it") => ({
    tool: "run_shell_command",
    input: { command, description, is_background: false },
  }),
};
