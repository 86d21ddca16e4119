import { OrchError } from "../errors/mod.ts";
import { tmuxVersion } from "./tmux_version.ts";

/** A way to install tmux: steps that need no password, or one to be typed. */
interface Installer {
  readonly steps: readonly (readonly string[])[];
}

/** How root, or a person who may use sudo without a password, installs it. */
const aptSteps = [
  ["apt-get", "update", "-qq"],
  ["apt-get", "install", "-qq", "-y", "--no-install-recommends", "tmux"],
] as const;

/**
 * Makes sure that there is a tmux that orch can use, installing one through
 * the system's package manager where that needs no password.
 *
 * Requires `--allow-run=tmux,apt-get,sudo,brew` and `--allow-sys=uid`.
 *
 * @example Usage
 * ```ts ignore
 * import { ensureTmux } from "@orch/cli/tmux";
 *
 * await ensureTmux(console.error);
 * ```
 *
 * @param tell Told that something is going to be installed.
 * @throws {OrchError} When there is none and none can be installed so; the
 * hint says what to type.
 */
export async function ensureTmux(
  tell: (message: string) => void,
): Promise<void> {
  try {
    await tmuxVersion();
  } catch (error) {
    if (!(error instanceof OrchError)) throw error;
    tell(`${error.message}: installing it`);
    await installTmux();
    await tmuxVersion();
  }
}

/**
 * Installs tmux through the system's package manager where that needs no
 * password.
 *
 * Requires `--allow-run=apt-get,sudo,brew` and `--allow-sys=uid`.
 *
 * @throws {OrchError} When it cannot be installed so; the hint says what to
 * type.
 */
async function installTmux(): Promise<void> {
  const installer = await installerOf();
  if (!installer) {
    throw new OrchError("tmux cannot be installed without a password", {
      hint: Deno.build.os === "darwin"
        ? "brew install tmux"
        : "sudo apt-get install tmux",
    });
  }
  for (const [program, ...args] of installer.steps) {
    const { success } = await new Deno.Command(program!, {
      args,
      stdin: "null",
      stdout: "null",
      stderr: "inherit",
      env: { DEBIAN_FRONTEND: "noninteractive" },
    }).output();
    if (!success) {
      throw new OrchError(`${program} ${args.join(" ")} failed`, {
        hint: "install tmux yourself, then the same command again",
      });
    }
  }
}

async function installerOf(): Promise<Installer | undefined> {
  if (Deno.build.os === "darwin") {
    return await works("brew", "--version")
      ? { steps: [["brew", "install", "tmux"]] }
      : undefined;
  }
  if (!await works("apt-get", "--version")) return undefined;
  if (Deno.uid() === 0) return { steps: aptSteps };
  if (!await works("sudo", "-n", "true")) return undefined;
  return { steps: aptSteps.map((step) => ["sudo", "-n", ...step]) };
}

async function works(program: string, ...args: string[]): Promise<boolean> {
  try {
    const { success } = await new Deno.Command(program, {
      args,
      stdin: "null",
      stdout: "null",
      stderr: "null",
    }).output();
    return success;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return false;
    throw error;
  }
}

if (import.meta.main) {
  try {
    await ensureTmux((message) =>
      Deno.stderr.writeSync(new TextEncoder().encode(`${message}\n`))
    );
  } catch (error) {
    if (!(error instanceof OrchError)) throw error;
    const text = `${error.message}\n  try: ${error.hint}\n`;
    Deno.stderr.writeSync(new TextEncoder().encode(text));
    Deno.exitCode = error.exitCode;
  }
}
