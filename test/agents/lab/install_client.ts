import type { Client } from "./client.ts";

/** A folder for downloads that no other user can have prepared. */
async function cacheFolder(): Promise<string> {
  const base = Deno.env.get("TMPDIR") ?? "/tmp";
  const folder = `${base}/orch-test-clients-${Deno.uid()}`;
  await Deno.mkdir(folder, { recursive: true, mode: 0o700 });
  const { uid, isSymlink } = await Deno.lstat(folder);
  if (uid !== Deno.uid() || isSymlink) throw new Error(`${folder} is foreign`);
  return folder;
}

/** Has npm install a package. npm reads the person's settings. */
async function npmInstall(folder: string, wanted: string): Promise<void> {
  const { success, stderr } = await new Deno.Command("npm", {
    args: ["install", "--prefix", folder, "--no-audit", "--no-fund", wanted],
    stdout: "null",
    stderr: "piped",
  }).output();
  if (success) return;
  const said = new TextDecoder().decode(stderr);
  throw new Error(`npm cannot install ${wanted}: ${said}`);
}

/**
 * Installs a release of a client from npm, once, outside the repository.
 *
 * @param client The client.
 * @param version The release.
 * @returns The program's path.
 */
export async function installClient(
  client: Pick<Client, "package" | "program" | "version">,
  version: string = client.version,
): Promise<string> {
  const cache = await cacheFolder();
  const name = client.package.split("/").at(-1)!;
  const home = `${cache}/${name}-${version}`;
  const program = `${home}/node_modules/.bin/${client.program}`;
  if (await Deno.stat(program).then(() => true, () => false)) return program;
  const fresh = await Deno.makeTempDir({ dir: cache });
  await npmInstall(fresh, `${client.package}@${version}`);
  // Another test run may have been quicker.
  await Deno.rename(fresh, home).catch(() =>
    Deno.remove(fresh, { recursive: true })
  );
  return program;
}
