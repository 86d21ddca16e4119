/** Tells how to make a network namespace here, or why it is not possible. */
async function flagsOf(): Promise<readonly string[] | undefined> {
  for (const flags of [["-n"], ["-r", "-n"]]) {
    const { success } = await new Deno.Command("unshare", {
      args: [...flags, "ip", "link", "set", "lo", "up"],
      stdout: "null",
      stderr: "null",
    }).output().catch(() => ({ success: false }));
    if (success) return flags;
  }
  return undefined;
}

let flags: Promise<readonly string[] | undefined> | undefined;

/**
 * Finds the flags by which `unshare` makes a network namespace here.
 *
 * @returns The flags; `undefined` where it is not permitted.
 */
export async function namespaceFlags(): Promise<readonly string[] | undefined> {
  return await (flags ??= flagsOf());
}

let possible: Promise<boolean> | undefined;

/**
 * Tells whether a lab can be made on this machine, and says so once if not.
 *
 * @returns Whether it can.
 */
export async function labIsPossible(): Promise<boolean> {
  return await (possible ??= findOut());
}

async function findOut(): Promise<boolean> {
  const possible = await namespaceFlags() !== undefined;
  if (!possible) {
    Deno.stderr.writeSync(new TextEncoder().encode(
      "Skipped: a real client needs a network namespace of its own, and " +
        "`unshare` is not permitted here.\n",
    ));
  }
  return possible;
}

/**
 * Says how to run a program in a namespace that a process is in.
 *
 * @param pid The process.
 * @returns What to put before the program's own arguments.
 */
export async function enterNamespace(pid: number): Promise<string[]> {
  const made = await namespaceFlags() ?? [];
  const user = made.includes("-r") ? ["-U", "--preserve-credentials"] : [];
  return ["nsenter", "-t", String(pid), ...user, "-n", "--"];
}
