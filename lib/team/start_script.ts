import type { Agent } from "../agents/mod.ts";

/** The first lines of every script that setup writes, by which it knows them. */
export const startScriptMark =
  "# Made by orch setup; the next one replaces it.";

/** When set, the pane stays when the agent has ended. */
export const keepPane = "ORCH_KEEP_PANE";

/** Stand for what is known only when the script runs, and how `sh` words it. */
const tokens = {
  session: ["00000000-0000-4000-8000-000000000000", '"$session"'],
  prompt: ["11111111-1111-4111-8111-111111111111", '"$1"'],
} as const;

/** What a start script is made of. */
export interface StartScriptOptions {
  /** The agent's name. */
  readonly name: string;
  /** The kind of agent. */
  readonly agent: Agent;
  /** The project's folder. */
  readonly project: string;
  /** Further arguments for the agent's program. */
  readonly arguments?: readonly string[];
}

/**
 * Writes the script that starts an agent in the pane it is run in.
 *
 * The script tells tmux whose pane it is, so that the monitor follows it;
 * nothing else is changed. What it is called with is the agent's first prompt.
 *
 * @param options The agent.
 * @returns The script's text, for `sh`.
 */
export function startScript(options: StartScriptOptions): string {
  const { name, agent, project } = options;
  const launch = (prompt?: string) =>
    agent.launch({
      project,
      session: tokens.session[0],
      ...(prompt !== undefined && { prompt }),
      ...(options.arguments && { arguments: options.arguments }),
    });
  const { argv, environment, unset } = launch();
  // Others choose the id of their conversation themselves.
  const takesSession = argv.includes(tokens.session[0]);
  return [
    "#!/bin/sh",
    startScriptMark,
    `# Starts the agent '${name}' (${agent.label}) in this pane.`,
    `cd ${shellWord(project)} || exit 1`,
    "session=$(cat /proc/sys/kernel/random/uuid 2>/dev/null ||",
    "  uuidgen | tr A-Z a-z) || exit 1",
    'if [ -n "$TMUX_PANE" ]; then',
    ...takesSession
      ? ['  tmux set-option -pt "$TMUX_PANE" @orch_session "$session"']
      : ['  tmux set-option -put "$TMUX_PANE" @orch_session'],
    '  tmux set-option -put "$TMUX_PANE" @orch_record',
    '  tmux set-option -pt "$TMUX_PANE" @orch_started "$(date +%s)"',
    `  tmux set-option -pt "$TMUX_PANE" @orch_agent ${shellWord(name)}`,
    `  [ -n "$${keepPane}" ] &&`,
    '    tmux set-option -pt "$TMUX_PANE" remain-on-exit on',
    "else",
    "  echo 'orch: not in tmux, so nothing here will be answered' >&2",
    "fi",
    ...unset.map((variable) => `unset ${variable}`),
    ...Object.entries(environment).map(([variable, value]) =>
      `export ${variable}=${shellWord(value)}`
    ),
    `[ $# -gt 0 ] && exec ${commandOf(launch(tokens.prompt[0]).argv)}`,
    `exec ${commandOf(launch().argv)}`,
    "",
  ].join("\n");
}

/** Words a command for `sh`, with its own words for what stands for others. */
function commandOf(argv: readonly string[]): string {
  return argv.map((word) =>
    Object.values(tokens).find(([token]) => token === word)?.[1] ??
      shellWord(word)
  ).join(" ");
}

/** Quotes a word for `sh`. */
function shellWord(word: string): string {
  return `'${word.replaceAll("'", `'\\''`)}'`;
}
