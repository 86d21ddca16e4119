import { ExitCode, OrchError } from "../../errors/mod.ts";
import type { OrchContext } from "../context.ts";

/** Something that a person can choose. */
export interface Choice<T extends string> {
  /** What it is to the program. */
  readonly value: T;
  /** What it is to the person. */
  readonly name: string;
}

/**
 * Lets a person at the terminal choose.
 *
 * @param context The terminal, and what interrupts it.
 * @param message What is asked.
 * @param choices What can be chosen, the usual first.
 * @returns What was chosen.
 * @throws {OrchError} When the person pressed Ctrl-C (exit code 130).
 */
export async function choose<T extends string>(
  context: OrchContext,
  message: string,
  choices: readonly Choice<T>[],
): Promise<T> {
  const { select } = await import("@inquirer/prompts");
  try {
    return await select({ message, choices: [...choices] }, {
      signal: context.signal,
    });
  } catch (error) {
    if (error instanceof Error && /Prompt/.test(error.name)) {
      throw new OrchError("Interrupted: what was answered until now is kept", {
        exitCode: ExitCode.interrupted,
      });
    }
    throw error;
  }
}
