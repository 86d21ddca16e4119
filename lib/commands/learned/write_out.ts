import { resolve } from "node:path";
import { ExitCode, OrchError } from "../../errors/mod.ts";
import type { OrchContext } from "../context.ts";

/**
 * Writes a new file that only its owner may read. What is there already is
 * never overwritten.
 *
 * @param context Where a relative path begins.
 * @param path The file.
 * @param text What to write.
 * @returns The file's absolute path.
 * @throws {OrchError} When there is such a file, or it cannot be made.
 */
export async function writeOut(
  context: OrchContext,
  path: string,
  text: string,
): Promise<string> {
  const absolute = resolve(context.directory, path);
  try {
    await Deno.writeTextFile(absolute, text, { createNew: true, mode: 0o600 });
  } catch (error) {
    if (error instanceof Deno.errors.AlreadyExists) {
      throw new OrchError(`There is a file ${absolute} already`, {
        hint: "the same command with another file",
        exitCode: ExitCode.usage,
        cause: error,
      });
    }
    if (error instanceof Deno.errors.NotCapable) throw error;
    throw new OrchError(
      `The file ${absolute} cannot be written: ${
        error instanceof Error ? error.message : String(error)
      }`,
      { hint: "the same command with another file", cause: error },
    );
  }
  return absolute;
}
