/**
 * Runs a program to its end, with nothing of this environment but the path.
 *
 * @param argv The program and its arguments.
 * @param directory Where it runs; here if unset.
 * @returns What it printed.
 * @throws {Error} When it failed, with what it said.
 */
export async function run(
  argv: readonly [string, ...string[]],
  directory?: string,
): Promise<string> {
  const [program, ...args] = argv;
  const { success, stdout, stderr } = await new Deno.Command(program, {
    args,
    ...directory === undefined ? {} : { cwd: directory },
    clearEnv: true,
    env: { PATH: Deno.env.get("PATH") ?? "/usr/bin:/bin", LANG: "C.UTF-8" },
    stdout: "piped",
    stderr: "piped",
  }).output();
  const decoder = new TextDecoder();
  if (success) return decoder.decode(stdout);
  throw new Error(`${argv.join(" ")}: ${decoder.decode(stderr)}`);
}
