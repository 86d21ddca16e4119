/** What a process has used since it began. */
export interface ProcessUsage {
  /** Milliseconds of a core, its ended children included. */
  readonly cpu: number;
  /** Its memory, in bytes. */
  readonly memory: number;
}

/** Linux counts processor time in hundredths of a second. */
const tick = 10;

/** How much memory a page has, in bytes. */
const page = 4096;

/**
 * Tells what processes have used; see proc(5) for the fields.
 *
 * @param pids Their ids; those that have ended meanwhile do not count.
 * @returns The sum, or `undefined` where there is no `/proc`.
 */
export async function usageOf(
  ...pids: readonly number[]
): Promise<ProcessUsage | undefined> {
  const text = await procText(pids.map((pid) => `${pid}/stat`));
  if (text === undefined) return undefined;
  const usages = text.trimEnd().split("\n").map((line) => {
    // What stands before is the program's name, which may hold anything.
    const fields = line.slice(line.lastIndexOf(")") + 2).split(" ").map(Number);
    const [user = 0, system = 0, childUser = 0, childSystem = 0] = fields
      .slice(11, 15);
    return {
      cpu: (user + system + childUser + childSystem) * tick,
      memory: (fields[21] ?? 0) * page,
    };
  });
  return {
    cpu: usages.reduce((sum, { cpu }) => sum + cpu, 0),
    memory: usages.reduce((sum, { memory }) => sum + memory, 0),
  };
}

/**
 * Lists the children that a process has now.
 *
 * @param pid The process.
 * @returns Their ids; none where there is no `/proc`.
 */
export async function childrenOf(pid: number): Promise<number[]> {
  const { stdout } = await new Deno.Command("sh", {
    args: ["-c", `cat /proc/${pid}/task/*/children`],
    stderr: "null",
  }).output();
  return new TextDecoder().decode(stdout).split(/\s+/).filter(Boolean)
    .map(Number);
}

/** Deno itself may not read `/proc` under the permissions of the tests. */
async function procText(
  files: readonly string[],
): Promise<string | undefined> {
  const { stdout } = await new Deno.Command("cat", {
    args: files.map((file) => `/proc/${file}`),
    stderr: "null",
  }).output();
  return new TextDecoder().decode(stdout) || undefined;
}
