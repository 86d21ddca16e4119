/**
 * Waits until a process is gone.
 *
 * @param pid The process.
 * @param milliseconds How long it may take.
 * @throws {Error} When the time is over.
 */
export async function processEnded(
  pid: number,
  milliseconds = 3000,
): Promise<void> {
  const deadline = Date.now() + milliseconds;
  while (await runs(pid)) {
    if (Date.now() > deadline) {
      throw new Error(`Process ${pid} did not end within ${milliseconds} ms`);
    }
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/**
 * Lists the processes that were started for a socket.
 *
 * @param socket Its path, which no other process has in its arguments.
 * @returns Their ids and arguments.
 */
export async function processesOf(
  socket: string,
): Promise<{ pid: number; args: string }[]> {
  const { stdout } = await new Deno.Command("ps", {
    args: ["-eo", "pid=,args="],
  }).output();
  return new TextDecoder().decode(stdout).split("\n")
    .filter((line) => line.includes(socket))
    .map((line) => line.trim())
    .map((line) => ({ pid: Number.parseInt(line), args: line }));
}

/**
 * Kills, one by one, the processes that were started for a socket.
 *
 * @param socket Its path, which no other process has in its arguments.
 */
export async function endProcessesOf(socket: string): Promise<void> {
  for (const { pid } of await processesOf(socket)) {
    if (await runs(pid)) Deno.kill(pid, "SIGKILL");
    await processEnded(pid);
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
