/**
 * Waits until a process is gone; ends it when it does not go by itself.
 *
 * @param pid The process, which the caller started.
 * @param milliseconds How long it may take by itself.
 */
export async function processEnded(
  pid: number,
  milliseconds = 3000,
): Promise<void> {
  const deadline = Date.now() + milliseconds;
  while (await runs(pid)) {
    if (Date.now() > deadline) {
      Deno.kill(pid, "SIGKILL");
      throw new Error(`Process ${pid} did not end within ${milliseconds} ms`);
    }
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/**
 * Tells whether a process runs.
 *
 * @param pid Its id.
 * @returns Whether it runs; a zombie does not.
 */
export async function runs(pid: number): Promise<boolean> {
  try {
    // Does nothing to a process that is not stopped.
    Deno.kill(pid, "SIGCONT");
  } catch {
    return false;
  }
  if (Deno.build.os !== "linux") return true;
  // Deno itself may not read /proc under the permissions of the tests.
  const { stdout } = await new Deno.Command("cat", {
    args: [`/proc/${pid}/stat`],
    stderr: "null",
  }).output();
  const stat = new TextDecoder().decode(stdout);
  return stat !== "" && !/\) Z /.test(stat);
}
