import type { Client } from "../lab/client.ts";

/** Codex in the lab. */
export const codexClient: Client = {
  kind: "codex",
  package: "@openai/codex",
  program: "codex",
  version: "0.169.0",
  dialect: "openai-responses",
  files: ({ project, trusted, model, settings }) => ({
    ".codex/config.toml": [
      ...Object.entries({
        // Only models of its catalogue are offered its patch tool.
        model: "gpt-5.5",
        model_provider: "lab",
        approval_policy: "on-request",
        check_for_update_on_startup: false,
        ...settings,
      }).map(([name, value]) => `${name} = ${JSON.stringify(value)}`),
      "[features]",
      // A server of its own would stay behind.
      "daemon_auto_start = false",
      // It would offer a newer model before it takes the first prompt.
      "[notice.model_migrations]",
      '"gpt-5.5" = "gpt-6-sol"',
      "[model_providers.lab]",
      'name = "Lab"',
      `base_url = "${model}/v1"`,
      'wire_api = "responses"',
      'env_key = "LAB_KEY"',
      ...trusted ? [`[projects."${project}"]`, 'trust_level = "trusted"'] : [],
      "",
    ].join("\n"),
  }),
  environment: () => ({ LAB_KEY: "dummy" }),
  arguments: () => [],
  mayAsk: (plain) =>
    /^ *(?:› )?\d\. .*\n(?:.*\n){0,12}.*(?:enter to (?:confirm|submit)|press enter)/im
      .test(plain.trimEnd()),
  isIdle: (plain) => /^› /m.test(plain) && !/esc to interrupt/.test(plain),
  command: (command, description = "Do it") => ({
    tool: "exec_command",
    input: {
      cmd: command,
      sandbox_permissions: "require_escalated",
      justification: description,
    },
  }),
};
