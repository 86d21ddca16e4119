import { processEnded, runs } from "../../harness/process_ended.ts";

/** Lists the processes whose arguments or environment name a folder. */
async function processesNaming(folder: string): Promise<number[]> {
  const { stdout } = await new Deno.Command("ps", {
    args: ["axeww", "-o", "pid=,args="],
  }).output();
  return new TextDecoder().decode(stdout).split("\n")
    .filter((line) => line.includes(`${folder}/`))
    .map((line) => Number.parseInt(line));
}

/**
 * Ends whatever was started for a folder and did not end with its pane, such
 * as servers that a client leaves behind.
 *
 * @param folder The folder, which nothing else has in its environment.
 * @param milliseconds How long they may take by themselves.
 */
export async function endProcesses(
  folder: string,
  milliseconds: number,
): Promise<void> {
  const pids = await processesNaming(folder);
  await Promise.all(pids.map(async (pid) => {
    try {
      await processEnded(pid, milliseconds);
    } catch {
      if (await runs(pid)) Deno.kill(pid, "SIGKILL");
      await processEnded(pid, 10_000);
    }
  }));
}
