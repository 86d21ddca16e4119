import { claude } from "../../../lib/agents/mod.ts";
import type { Client } from "../lab/client.ts";

/** Claude Code in the lab. */
export const claudeClient: Client = {
  kind: "claude",
  package: "@anthropic-ai/claude-code",
  program: "claude",
  version: "2.1.330",
  dialect: "anthropic",
  // Early releases look for newer ones.
  ownCommands: /^npm (?:config get prefix|view @anthropic-ai\/)/,
  files: ({ project, trusted, settings }) => ({
    ".claude.json": JSON.stringify({
      hasCompletedOnboarding: true,
      lastOnboardingVersion: "99.0.0",
      projects: {
        // 1.0.128 does not start without the list.
        [project]: { hasTrustDialogAccepted: trusted, allowedTools: [] },
      },
    }),
    ".claude/settings.json": JSON.stringify({
      // Without it, a fetch asks the vendor's server before it asks us.
      skipWebFetchPreflight: true,
      ...settings,
    }),
  }),
  environment: ({ model }) => ({
    ANTHROPIC_BASE_URL: model,
    ANTHROPIC_AUTH_TOKEN: "dummy",
    CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC: "1",
    DISABLE_AUTOUPDATER: "1",
    DISABLE_TELEMETRY: "1",
  }),
  arguments: ({ session }) => [
    ...["--permission-mode", "default"],
    ...["--session-id", session],
  ],
  mayAsk: (_, text) => claude.read({ text }).state === "asking",
  isIdle: (_, text) => claude.read({ text }).state === "idle",
  command: (command, description = "Do it") => ({
    tool: "Bash",
    input: { command, description },
  }),
};
