import { ExitCode, OrchError } from "../errors/mod.ts";
import { quoteCommand } from "./quote.ts";

/** What runs in a new pane, and where. */
export interface PaneProgram {
  /** The directory it starts in. Absolute. */
  directory: string;
  /**
   * Program and arguments; nothing is split or expanded.
   *
   * @default {the person's shell}
   */
  argv?: readonly string[];
  /** Variables to set, for this pane only. */
  environment?: Readonly<Record<string, string>>;
  /** Variables to take out of what it would inherit. */
  unset?: readonly string[];
  /** The window's name. Unset: as the person's tmux is configured. */
  window?: string;
}

/** A new session. */
export interface NewSession extends PaneProgram {
  /** Its name. */
  name: string;
  /** Its width while nobody is attached. */
  columns?: number;
  /** Its height while nobody is attached. */
  rows?: number;
}

/** A new window in a session that exists. */
export interface NewWindow extends PaneProgram {
  /** The session's exact name. */
  session: string;
}

/** Commands that open a pane, for one pass of the server. */
export interface OpenCommands {
  /** The reply to the second of them is the pane's id. */
  readonly open: readonly string[];
  /** Takes back the options that the others needed. */
  readonly clean: string;
}

/**
 * The commands that open a session.
 *
 * @param options The session.
 * @param nonce Distinguishes this call from all others.
 * @returns The commands.
 * @throws {OrchError} When a name cannot be one.
 */
export function newSessionCommands(
  options: NewSession,
  nonce: string,
): OpenCommands {
  checkSessionName(options.name);
  const size = [
    ...(options.columns === undefined ? [] : ["-x", String(options.columns)]),
    ...(options.rows === undefined ? [] : ["-y", String(options.rows)]),
  ];
  const create = ["new-session", "-d", "-s", options.name, ...size];
  const { open, clean } = openCommands(create, options, nonce);
  // -e sets variables for the session; its later windows must not have them.
  const forget = Object.keys(options.environment ?? {}).map((name) =>
    quoteCommand(["set-environment", "-t", `=${options.name}`, "-u", name])
  );
  return { open: [...open, ...forget], clean };
}

/**
 * The commands that open a window, without going to it.
 *
 * @param sessionId The session's id.
 * @param options The window.
 * @param nonce Distinguishes this call from all others.
 * @returns The commands.
 * @throws {OrchError} When a name cannot be one.
 */
export function newWindowCommands(
  sessionId: string,
  options: NewWindow,
  nonce: string,
): OpenCommands {
  const create = ["new-window", "-d", "-t", `${sessionId}:`];
  return openCommands(create, options, nonce);
}

function openCommands(
  create: readonly string[],
  options: PaneProgram,
  nonce: string,
): OpenCommands {
  // tmux expands directories and names as formats, where `#(…)` runs a
  // command. What comes from an option is not expanded again.
  const directory = `@orch_directory_${nonce}`;
  const window = `@orch_window_${nonce}`;
  const prepare = [
    quoteCommand(["set-option", "-s", directory, options.directory]),
    quoteCommand(["set-option", "-s", window, options.window ?? ""]),
  ].join(" ; ");
  const open = quoteCommand([
    ...create,
    ...["-P", "-F", "#{pane_id}", "-c", `#{${directory}}`],
    ...(options.window === undefined ? [] : ["-n", `#{${window}}`]),
    ...Object.entries(options.environment ?? {}).flatMap(([name, value]) => [
      "-e",
      `${variable(name)}=${value}`,
    ]),
    ...programOf(options),
  ]);
  return {
    open: [prepare, open],
    clean: `set-option -su ${directory} ; set-option -su ${window}`,
  };
}

/**
 * Several words are executed as they are; one would go through a shell. The
 * `sh` takes variables out, which tmux cannot, refuses to run anywhere but in
 * the directory (tmux would fall back to the home directory), and is gone then.
 */
function programOf(options: PaneProgram): string[] {
  const unset = (options.unset ?? []).map(variable);
  if (!options.argv && unset.length === 0) return [];
  const script = [
    'cd "$1" || exit 1',
    "shift",
    ...(unset.length > 0 ? [`unset ${unset.join(" ")}`] : []),
    options.argv ? 'exec "$@"' : 'exec "${SHELL:-/bin/sh}" -l',
  ].join("; ");
  const words = [options.directory, ...(options.argv ?? [])];
  return ["--", "/bin/sh", "-c", script, "orch", ...words];
}

function variable(name: string): string {
  if (/^[A-Za-z_][A-Za-z0-9_]*$/.test(name)) return name;
  throw new OrchError(`'${name}' cannot be the name of a variable`, {
    exitCode: ExitCode.usage,
  });
}

function checkSessionName(name: string): void {
  if (/^[\p{L}\p{N}_][^\p{C}:.#]*$/u.test(name)) return;
  throw new OrchError(`'${name}' cannot be the name of a tmux session`, {
    hint: "begin with a letter or digit, and leave out ':', '.' and '#'",
    exitCode: ExitCode.usage,
  });
}
