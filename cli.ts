/**
 * The command line.
 *
 * @module
 */
import { systemClock } from "./lib/clock/mod.ts";
import { type OrchContext, runCommand } from "./lib/commands/mod.ts";

/**
 * Runs one `orch` command.
 *
 * Requires the permissions that the command needs; the README lists them.
 *
 * @example Usage
 * ```ts
 * import { main } from "@orch/cli/cli";
 * import assert from "node:assert/strict";
 *
 * assert.equal(await main(["--version"]), 0);
 * ```
 *
 * @param args The command, its flags and arguments.
 * @returns The exit code.
 */
export async function main(args: readonly string[]): Promise<number> {
  const ending = new AbortController();
  const end = () => ending.abort();
  Deno.addSignalListener("SIGINT", end);
  Deno.addSignalListener("SIGTERM", end);
  try {
    return await runCommand(args, contextOfProcess(ending.signal));
  } finally {
    Deno.removeSignalListener("SIGINT", end);
    Deno.removeSignalListener("SIGTERM", end);
  }
}

function contextOfProcess(signal: AbortSignal): OrchContext {
  return {
    process: {
      stdout: { write: (text) => writeAll(Deno.stdout, text) },
      stderr: { write: (text) => writeAll(Deno.stderr, text) },
    },
    environment: (name) => Deno.env.get(name),
    directory: Deno.cwd(),
    clock: systemClock,
    signal,
    terminal: {
      input: Deno.stdin.isTerminal(),
      output: Deno.stdout.isTerminal(),
      size: () => Deno.consoleSize(),
    },
    input: () => new Response(Deno.stdin.readable).text(),
  };
}

/** Writes everything; a reader that has gone away ends the printing quietly. */
function writeAll(target: typeof Deno.stdout, text: string): void {
  let bytes = new TextEncoder().encode(text);
  try {
    while (bytes.length > 0) bytes = bytes.subarray(target.writeSync(bytes));
  } catch (error) {
    if (!(error instanceof Deno.errors.BrokenPipe)) throw error;
  }
}

if (import.meta.main) Deno.exitCode = await main(Deno.args);
