import { type OrchContext, runCommand } from "../../lib/commands/mod.ts";
import { type Clock, systemClock } from "../../lib/clock/mod.ts";

/** Where a command is run. */
export interface CommandPlace {
  /** The home directory. */
  readonly home: string;
  /** The tmux socket; unset for commands that need none. */
  readonly socket?: string;
  /** The working directory; the home directory if unset. */
  readonly directory?: string;
  /** Standard input. */
  readonly input?: string;
  /** The time. */
  readonly clock?: Clock;
  /** Ends the command. */
  readonly signal?: AbortSignal;
}

/** What a command did. */
export interface CommandResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Runs an `orch` command in this process, without a terminal.
 *
 * @param args The command, its flags and arguments.
 * @param place Where it runs.
 * @returns What it printed and its exit code.
 */
export async function orch(
  args: readonly string[],
  place: CommandPlace,
): Promise<CommandResult> {
  let stdout = "";
  let stderr = "";
  const environment = new Map([["HOME", place.home]]);
  if (place.socket) environment.set("ORCH_TMUX_SOCKET", place.socket);
  const context: OrchContext = {
    process: {
      stdout: { write: (text) => void (stdout += text) },
      stderr: { write: (text) => void (stderr += text) },
    },
    environment: (name) => environment.get(name),
    directory: place.directory ?? place.home,
    clock: place.clock ?? systemClock,
    signal: place.signal ?? new AbortController().signal,
    terminal: {
      input: false,
      output: false,
      size: () => ({ columns: 80, rows: 24 }),
    },
    input: () => Promise.resolve(place.input ?? ""),
  };
  const code = await runCommand(args, context);
  return { code, stdout, stderr };
}
