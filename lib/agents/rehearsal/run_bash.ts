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
 * Gives the command a process group of its own, so that all of it can be ended,
 * and keeps what bash says about that out of its output.
 */
const runner = `trap 'ended=1; [ "$child" ] && kill -TERM -- "-$child"' TERM
set -m
exec 3>&2 2>/dev/null
bash -c "$1" 2>&3 3>&- &
child=$!
[ "$ended" ] && kill -TERM -- "-$child"
wait "$child"`;

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
    args: ["-c", runner, "bash", command],
    cwd: options.directory,
    env: { ...options.environment },
    stdin: "null",
    stdout: "piped",
    stderr: "piped",
    signal: options.signal,
  }).spawn();
  const over = new AbortController();
  let output = "";
  const collect = async (stream: ReadableStream<Uint8Array>) => {
    const reader = stream.getReader();
    const decoder = new TextDecoder();
    over.signal.addEventListener("abort", () => reader.cancel());
    for (let part = await reader.read(); !part.done;) {
      output += decoder.decode(part.value, { stream: true });
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
