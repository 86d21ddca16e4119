import { opencode } from "../../../lib/agents/mod.ts";
import type { Client } from "../lab/client.ts";

/**
 * What makes OpenCode take its settings' folder for installed: otherwise it
 * tries for a minute to get a package from the network.
 */
const installed = {
  ".config/opencode/node_modules/.keep": "",
  ".config/opencode/package-lock.json": JSON.stringify({
    packages: { "": { dependencies: { "@opencode-ai/plugin": "*" } } },
  }),
};

/** OpenCode in the lab. */
export const opencodeClient: Client = {
  kind: "opencode",
  package: "opencode-ai",
  program: "opencode",
  version: "1.18.33",
  dialect: "openai-chat",
  files: ({ model, settings }) => ({
    ...installed,
    ".config/opencode/opencode.json": JSON.stringify({
      model: "lab/stand-in",
      provider: {
        lab: {
          npm: "@ai-sdk/openai-compatible",
          name: "Lab",
          options: { baseURL: `${model}/v1`, apiKey: "dummy" },
          models: { "stand-in": { name: "Stand-in", tool_call: true } },
        },
      },
      permission: { edit: "ask", bash: "ask", webfetch: "ask" },
      autoupdate: false,
      ...settings,
    }),
  }),
  environment: () => ({
    OPENCODE_DISABLE_AUTOUPDATE: "1",
    OPENCODE_DISABLE_MODELS_FETCH: "1",
    OPENCODE_DISABLE_LSP_DOWNLOAD: "1",
  }),
  arguments: () => [],
  mayAsk: (_, text) => opencode.read({ text }).state === "asking",
  isIdle: (plain, text) =>
    ["idle", "error"].includes(opencode.read({ text }).state) &&
    !/\binterrupt\b/.test(plain),
  command: (command, description = "Do it") => ({
    tool: "bash",
    input: { command, description },
  }),
};
