import type { RunResult } from "./world.ts";

/** How a command is run. */
export interface RunBashOptions {
  /** The folder it runs in. */
  readonly directory: string;
  /** Variables it gets besides those of this process. */
  readonly environment: Readonly<Record<string, string>>;
  /** Ends it. */
  readonly signal: AbortSignal;
}

/** How long output may come after the end, from what was left running. */
const lateOutput = 100;

/**
 * Runs a command with bash and collects what it prints.
 *
 * It gets no input. What it leaves running in the background goes on, but is
 * not listened to.
 *
 * Requires `--allow-run=bash`.
 *
 * @param command The command.
 * @param options Where and how.
 * @returns What it did.
 */
export async function runBash(
  command: string,
  options: RunBashOptions,
): Promise<RunResult> {
  const child = new Deno.Command("bash", {
    args: ["-c", command],
    cwd: options.directory,
    env: { ...options.environment },
    stdin: "null",
    stdout: "piped",
    stderr: "piped",
    signal: options.signal,
  }).spawn();
  const decoder = new TextDecoder();
  const over = new AbortController();
  let output = "";
  const collect = async (stream: ReadableStream<Uint8Array>) => {
    const reader = stream.getReader();
    over.signal.addEventListener("abort", () => reader.cancel());
    for (let part = await reader.read(); !part.done;) {
      output += decoder.decode(part.value);
      part = await reader.read();
    }
  };
  const collected = Promise.all([collect(child.stdout), collect(child.stderr)]);
  const { code } = await child.status;
  const timer = setTimeout(() => over.abort(), lateOutput);
  await collected;
  clearTimeout(timer);
  return { output, code };
}
