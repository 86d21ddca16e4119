/** What {@linkcode postingCommand} is told. */
export interface PostingCommandOptions {
  /** Where to report to. */
  readonly url: string;
  /** The file that holds the headers. Absolute. */
  readonly headers: string;
  /** How long it may take, in seconds. */
  readonly timeout: number;
  /** Whether the agent reads an answer; any other text could reach the model. */
  readonly answered: boolean;
}

/**
 * Quotes a text as one word for a POSIX shell.
 *
 * @param text The text.
 * @returns The word.
 */
export function shellWord(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

/**
 * A shell command that posts what it is given. Without curl or without a
 * monitor it does nothing, says nothing and ends well, so that the agent shows
 * its own dialog.
 *
 * @param options Where to, and how.
 * @returns The command.
 *
 * @example Usage
 * ```ts
 * import { postingCommand } from "./posting_command.ts";
 * import assert from "node:assert/strict";
 *
 * const command = postingCommand({
 *   url: "http://127.0.0.1:4711/dev",
 *   headers: "/home/ann/.local/state/orch/agents/dev/headers",
 *   timeout: 5,
 *   answered: true,
 * });
 * assert.ok(command.startsWith("command -p curl "));
 * assert.ok(command.endsWith(" 2>/dev/null || true"));
 * ```
 */
export function postingCommand(options: PostingCommandOptions): string {
  const words = [
    // The system's own, whatever the agent puts into `PATH`.
    "command -p curl",
    "--silent",
    "--fail",
    "--noproxy",
    shellWord("*"),
    "--max-time",
    String(options.timeout),
    "--header",
    shellWord(`@${options.headers}`),
    "--data-binary",
    "@-",
    ...(options.answered ? [] : ["--output", "/dev/null"]),
    shellWord(options.url),
  ];
  return `${words.join(" ")} 2>/dev/null || true`;
}
