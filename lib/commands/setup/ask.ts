import { ExitCode, OrchError } from "../../errors/mod.ts";
import type { OrchContext } from "../context.ts";

/** One thing that a person can be asked for. */
export interface Question {
  /** What is asked. */
  readonly message: string;
  /** What an empty answer means. */
  readonly preset: string;
  /** What to type on the command line instead. */
  readonly argument: string;
  /** Says what is wrong with an answer; `true` when nothing is. */
  readonly validate?: (answer: string) => boolean | string;
}

/**
 * Asks a person at the terminal.
 *
 * @param context Whether there is a terminal.
 * @param question What to ask.
 * @returns The answer.
 * @throws {OrchError} When there is no terminal (exit code 2), or the person
 * pressed Ctrl-C (exit code 130).
 */
export async function ask(
  context: OrchContext,
  question: Question,
): Promise<string> {
  if (!context.terminal.input || !context.terminal.output) {
    throw new OrchError(
      `There is no terminal to ask: ${question.message.toLowerCase()}`,
      { hint: question.argument, exitCode: ExitCode.usage },
    );
  }
  const { input } = await import("@inquirer/prompts");
  try {
    return await input({
      message: question.message,
      default: question.preset,
      ...(question.validate && { validate: question.validate }),
    }, { signal: context.signal });
  } catch (error) {
    if (error instanceof Error && /Prompt/.test(error.name)) {
      throw new OrchError("Interrupted: nothing was set up", {
        exitCode: ExitCode.interrupted,
      });
    }
    throw error;
  }
}
