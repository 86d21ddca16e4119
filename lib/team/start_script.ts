import {
  type Agent,
  type HookInstallation,
  inheritedVariables,
  type LaunchOptions,
} from "../agents/mod.ts";

/** The first lines of every script that setup writes, by which it knows them. */
export const startScriptMark =
  "# Made by orch setup; the next one replaces it.";

/** When set, the pane stays when the agent has ended. */
export const keepPane = "ORCH_KEEP_PANE";

/**
 * Names the conversation to go on with: its id, or {@linkcode latestSession}.
 */
export const resumeVariable = "ORCH_RESUME";

/** In {@linkcode resumeVariable}: the latest one of the agent's kind there. */
export const latestSession = "latest";

/** Stand for what is known only when the script runs, and how `sh` words it. */
const tokens = {
  session: ["00000000-0000-4000-8000-000000000000", '"$session"'],
  resume: ["22222222-2222-4222-8222-222222222222", '"$resume"'],
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
  /** A folder for its configuration, instead of the person's own. Absolute. */
  readonly isolate?: string;
  /** What makes it report. */
  readonly hooks?: HookInstallation;
  /** Further arguments for the agent's program, after those of the hooks. */
  readonly arguments?: readonly string[];
}

/**
 * Writes the script that starts an agent in the pane it is run in.
 *
 * The script tells tmux whose pane it is, so that the monitor follows it;
 * nothing else is changed. What it is called with is the agent's first prompt;
 * with {@linkcode resumeVariable} in its environment it goes on with an earlier
 * conversation.
 *
 * @param options The agent.
 * @returns The script's text, for `sh`.
 */
export function startScript(options: StartScriptOptions): string {
  const { name, agent, project, hooks, isolate } = options;
  const launch = (particular: Partial<LaunchOptions>) =>
    agent.launch({
      project,
      ...(isolate !== undefined && { isolate }),
      arguments: [...hooks?.arguments ?? [], ...options.arguments ?? []],
      ...particular,
    });
  const begin = { session: tokens.session[0] };
  const { argv, environment, unset } = launch(begin);
  // Others choose the id of their conversation themselves.
  const takesSession = argv.some((word) => word.includes(tokens.session[0]));
  const start = (condition: string, particular: Partial<LaunchOptions>) => {
    const prompt = tokens.prompt[0];
    const told = commandOf(launch({ ...particular, prompt }).argv);
    const untold = commandOf(launch(particular).argv);
    return [
      `${condition}[ $# -gt 0 ] && exec ${told}`,
      `${condition}exec ${untold}`,
    ];
  };
  return [
    "#!/bin/sh",
    startScriptMark,
    `# Starts the agent '${name}' (${agent.label}) in this pane.`,
    `cd ${shellWord(project)} || exit 1`,
    `resume=$${resumeVariable}`,
    ...sessionLines(takesSession),
    'if [ -n "$TMUX_PANE" ]; then',
    '  if [ -n "$session" ]; then',
    '    tmux set-option -pt "$TMUX_PANE" @orch_session "$session"',
    '  else tmux set-option -put "$TMUX_PANE" @orch_session; fi',
    '  tmux set-option -put "$TMUX_PANE" @orch_record',
    '  tmux set-option -pt "$TMUX_PANE" @orch_started "$(date +%s)"',
    `  tmux set-option -pt "$TMUX_PANE" @orch_agent ${shellWord(name)}`,
    `  [ -n "$${keepPane}" ] &&`,
    '    tmux set-option -pt "$TMUX_PANE" remain-on-exit on',
    "else",
    "  echo 'orch: not in tmux, so nothing here will be answered' >&2",
    "fi",
    ...[
      ...new Set([resumeVariable, keepPane, ...inheritedVariables, ...unset]),
    ].map((variable) => `unset ${variable}`),
    ...Object.entries({ ...environment, ...hooks?.environment }).map(
      ([variable, value]) => `export ${variable}=${shellWord(value)}`,
    ),
    ...agent.resumesLatest
      ? start(`[ "$resume" = ${latestSession} ] && `, { resumeLatest: true })
      : [],
    ...start('[ -n "$resume" ] && ', { resume: tokens.resume[0] }),
    ...start("", begin),
    "",
  ].join("\n");
}

/** Sets `session` to the conversation's id, as far as it is known by now. */
function sessionLines(takesSession: boolean): string[] {
  return [
    "session=",
    `[ "$resume" = ${latestSession} ] || session=$resume`,
    ...takesSession
      ? [
        'if [ -z "$resume" ]; then',
        "  session=$(cat /proc/sys/kernel/random/uuid 2>/dev/null ||",
        "    uuidgen | tr A-Z a-z) || exit 1",
        "fi",
      ]
      : [],
  ];
}

/** Words a command for `sh`, with its own words for what stands for others. */
function commandOf(argv: readonly string[]): string {
  return argv.map((word) => {
    const quoted = shellWord(word);
    return Object.values(tokens).reduce(
      (text, [token, own]) => text.replaceAll(token, `'${own}'`),
      quoted,
    ).replace(/^''(?=")|(?<=")''$/g, "");
  }).join(" ");
}

/** Quotes a word for `sh`. */
function shellWord(word: string): string {
  return `'${word.replaceAll("'", `'\\''`)}'`;
}
