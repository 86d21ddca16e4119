import { run } from "@stricli/core";
import { ExitCode } from "../errors/mod.ts";
import { application } from "./application.ts";
import type { OrchContext } from "./context.ts";

/**
 * Runs one command in a context.
 *
 * @param args The command, its flags and arguments.
 * @param context What it may touch.
 * @returns The exit code.
 */
export async function runCommand(
  args: readonly string[],
  context: OrchContext,
): Promise<number> {
  await run(application, args, context);
  const code = Number(context.process.exitCode ?? ExitCode.done);
  // The framework's own codes, all for wrong usage, are negative.
  if (code < 0) return ExitCode.usage;
  return code === ExitCode.done && context.signal.aborted
    ? ExitCode.interrupted
    : code;
}
