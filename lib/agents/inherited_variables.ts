/**
 * What running agents put into the environment of the programs they start. An
 * agent that inherits it takes itself for a nested one, or for a part of the
 * other. What a person sets, such as an agent's home or a key, is not here.
 *
 * Each list says where its names were found.
 */
const variables: readonly (readonly string[])[] = [
  // Several agents, by a convention that spreads.
  ["AGENT", "AI_AGENT"],
  // Claude Code 2.1.197 and 2.1.330: the environment of its Bash tool.
  [
    "CLAUDECODE",
    "CLAUDE_CODE_CHILD_NOTES_DIR",
    "CLAUDE_CODE_CHILD_SESSION",
    "CLAUDE_CODE_ENTRYPOINT",
    "CLAUDE_CODE_EXECPATH",
    "CLAUDE_CODE_MESSAGING_SOCKET",
    "CLAUDE_CODE_MESSAGING_TOKEN",
    "CLAUDE_CODE_SESSION_ATTENDED",
    "CLAUDE_CODE_SESSION_ID",
    "CLAUDE_CODE_SSE_PORT",
    "CLAUDE_EFFORT",
    "CLAUDE_PID",
    "CLAUDE_PROJECT_DIR",
  ],
  // Codex 0.169.0: names in its program, and the script that npm installs.
  [
    "CODEX_CI",
    "CODEX_MANAGED_BY_BUN",
    "CODEX_MANAGED_BY_NPM",
    "CODEX_MANAGED_BY_PNPM",
    "CODEX_MANAGED_BY_VITE_PLUS",
    "CODEX_MANAGED_PACKAGE_ROOT",
    "CODEX_PERMISSION_PROFILE",
    "CODEX_SANDBOX",
    "CODEX_SANDBOX_NETWORK_DISABLED",
    "CODEX_SESSION_ID",
    "CODEX_THREAD_ID",
    "CODEX_TOOL_CALL_ID",
  ],
  // Gemini CLI 0.61.0 and Qwen Code 0.24.4: what their sources set.
  [
    "GEMINI_CLI",
    "GEMINI_CLI_NO_RELAUNCH",
    "QWEN_CODE",
    "QWEN_CODE_NO_RELAUNCH",
  ],
  // OpenCode 1.18.33: what its sources set.
  ["OPENCODE", "OPENCODE_CLIENT", "OPENCODE_PID", "OPENCODE_TERMINAL"],
];

/** Variables of all agents that no agent may inherit. */
export const inheritedVariables: readonly string[] = variables.flat();
