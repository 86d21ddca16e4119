import type { Reply } from "./replies.ts";

/** A way to run commands on a tmux server. */
export interface Channel {
  /**
   * Runs commands in one pass of the server: nothing comes between them.
   *
   * @param commands Quoted commands; the first that fails is the last that
   * runs. One may be several, joined by `;`, if at most one of them prints.
   * @returns One reply for each command that ran.
   * @throws {OrchError} When there is no server, or it ends before it answers.
   */
  run(commands: readonly string[]): Promise<Reply[]>;
}

/** How a server is reached. */
export interface ChannelOptions {
  /** An absolute path, or a name under tmux's own directory. */
  readonly socket: string | undefined;
  /** Whether a server is started when none runs. */
  readonly start: boolean;
}

/** A line of commands with a nonce after each. */
export interface Framed {
  /** The lines to send. */
  readonly text: string;
  /** Printed after each command that succeeds. */
  readonly nonces: readonly string[];
  /** Printed at the end, whatever happened. */
  readonly last: string;
}

/**
 * Puts commands on one line, so that they are one pass, each followed by one
 * that prints a nonce. The last nonce has a line of its own: a command that
 * fails takes the rest of its line with it.
 *
 * @param commands Quoted commands.
 * @returns The text and its nonces.
 */
export function frame(commands: readonly string[]): Framed {
  const nonces = commands.map(() => crypto.randomUUID());
  const last = crypto.randomUUID();
  const line = commands
    .map((command, index) => `${command} ; display-message -p ${nonces[index]}`)
    .join(" ; ");
  return { text: `${line}\ndisplay-message -p ${last}\n`, nonces, last };
}
