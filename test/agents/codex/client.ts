import type { Client } from "../lab/client.ts";

/** What waits for a key ends the screen with the keys that it takes. */
const mayAsk = (plain: string): boolean =>
  /\benter (?:to )?(?:confirm|submit|continue|select)\b[^]{0,60}$/i
    .test(plain.trimEnd());

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
  mayAsk,
  isIdle: (plain) =>
    /^› /m.test(plain) && !mayAsk(plain) &&
    !/^[•◦] .*esc to interrupt/m.test(plain),
  command: (command, description = "Do it") => ({
    tool: "exec_command",
    input: {
      cmd: command,
      sandbox_permissions: "require_escalated",
      justification: description,
    },
  }),
};
