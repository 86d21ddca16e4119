/** The release that the tests run against. */
export const claudeVersion = "2.1.330";

async function run(
  command: string,
  args: string[],
  cwd?: string,
): Promise<void> {
  const { success, stderr } = await new Deno.Command(command, {
    args,
    ...(cwd === undefined ? {} : { cwd }),
    stdout: "null",
    stderr: "piped",
  }).output();
  if (success) return;
  throw new Error(
    `${command} ${args.join(" ")}: ${new TextDecoder().decode(stderr)}`,
  );
}

/** A folder for downloads that no other user can have prepared. */
async function cacheFolder(): Promise<string> {
  const base = Deno.env.get("TMPDIR") ?? "/tmp";
  const folder = `${base}/orch-test-clients-${Deno.uid()}`;
  await Deno.mkdir(folder, { recursive: true, mode: 0o700 });
  const { uid, isSymlink } = await Deno.lstat(folder);
  if (uid !== Deno.uid() || isSymlink) throw new Error(`${folder} is foreign`);
  return folder;
}

/**
 * Installs a release of Claude Code from npm, once, outside the repository.
 *
 * @param version The release.
 * @returns The program's path.
 */
export async function claudeProgram(version = claudeVersion): Promise<string> {
  const cache = await cacheFolder();
  const home = `${cache}/claude-code-${version}`;
  const program = `${home}/node_modules/.bin/claude`;
  if (await Deno.stat(program).then(() => true, () => false)) return program;
  const fresh = await Deno.makeTempDir({ dir: cache });
  await run("npm", [
    "install",
    "--prefix",
    fresh,
    "--no-audit",
    "--no-fund",
    `@anthropic-ai/claude-code@${version}`,
  ]);
  // Another test run may have been quicker.
  await Deno.rename(fresh, home).catch(() =>
    Deno.remove(fresh, { recursive: true })
  );
  return program;
}
