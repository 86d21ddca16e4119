import { ExitCode, OrchError } from "../errors/mod.ts";
import type { PolicyFile } from "./policy_file.ts";

/** A policy file that was read. */
export interface ReadFile {
  /** Its text. */
  readonly text: string;
  /** What it lays down. */
  readonly file: PolicyFile;
}

/** Nothing that is larger was written by hand, in bytes. */
const largest = 256 * 1024;

/**
 * Reads a policy file. What reads YAML is loaded only if there is one.
 *
 * Requires `--allow-read` for the path.
 *
 * @param path The file. Absolute.
 * @param own Whether it is the person's own, and must be writable by nobody
 * else.
 * @returns What it lays down, `undefined` if there is no such file.
 * @throws {OrchError} When it cannot be read or has a fault, with line and
 * column.
 */
export async function readPolicyFile(
  path: string,
  own: boolean,
): Promise<ReadFile | undefined> {
  const text = await plainText(path, own);
  if (text === undefined) return undefined;
  const { parsePolicy } = await import("./parse_policy.ts");
  return { text, file: parsePolicy(text, path) };
}

async function plainText(
  path: string,
  own: boolean,
): Promise<string | undefined> {
  try {
    const { isFile, size, mode } = await Deno.stat(path);
    if (!isFile) throw fault(path, "is not a plain file");
    if (size > largest) throw fault(path, "is larger than 256 KiB");
    if (own && mode !== null && (mode & 0o002) !== 0) {
      throw fault(path, "may be written by everyone", `chmod 600 ${path}`);
    }
    const bytes = await Deno.readFile(path);
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (error) {
    if (
      error instanceof Deno.errors.NotFound ||
      error instanceof Deno.errors.NotADirectory
    ) return undefined;
    if (error instanceof OrchError) throw error;
    if (error instanceof TypeError) throw fault(path, "is not UTF-8 text");
    throw fault(path, "cannot be read");
  }
}

function fault(path: string, what: string, hint?: string): OrchError {
  return new OrchError(`The policy file ${path} ${what}`, {
    hint: hint ?? `ls -ld ${path}`,
    exitCode: ExitCode.usage,
  });
}
