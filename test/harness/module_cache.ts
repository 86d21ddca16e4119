/**
 * Finds Deno's module cache, for programs that are started with another home:
 * what the tests run on was fetched once and is not fetched again.
 *
 * @returns The folder, for `DENO_DIR`.
 */
export async function moduleCache(): Promise<string> {
  const { stdout } = await new Deno.Command(Deno.execPath(), {
    args: ["info", "--json"],
  }).output();
  return JSON.parse(new TextDecoder().decode(stdout)).denoDir;
}
