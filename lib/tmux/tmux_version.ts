import { OrchError } from "../errors/mod.ts";

/** A tmux version, taken apart. */
export interface TmuxVersion {
  /** Such as 3 in `tmux 3.3a`. */
  major: number;
  /** Such as 3 in `tmux 3.3a`. */
  minor: number;
  /** The whole text after `tmux `. */
  text: string;
}

/** What orch needs: `refresh-client -f no-output`, `new-session -e`, `-N`. */
const oldest = { major: 3, minor: 2 };

/**
 * Asks the tmux on the `PATH` for its version.
 *
 * Requires `--allow-run=tmux`. Starts one process.
 *
 * @example Usage
 * ```ts ignore
 * import { tmuxVersion } from "@orch/cli/tmux";
 *
 * console.log((await tmuxVersion()).text); // 3.3a
 * ```
 *
 * @returns The version.
 * @throws {OrchError} When tmux is missing or older than 3.2.
 */
export async function tmuxVersion(): Promise<TmuxVersion> {
  try {
    const { stdout } = await new Deno.Command("tmux", {
      args: ["-V"],
      stderr: "null",
    }).output();
    return parseTmuxVersion(new TextDecoder().decode(stdout));
  } catch (error) {
    throw error instanceof Deno.errors.NotFound ? missingTmux(error) : error;
  }
}

/**
 * Reads what `tmux -V` prints.
 *
 * Builds without a number (`tmux master`, `tmux openbsd-7.6`) are taken as
 * recent.
 *
 * @example Usage
 * ```ts
 * import { parseTmuxVersion } from "./tmux_version.ts";
 * import assert from "node:assert/strict";
 *
 * assert.deepEqual(parseTmuxVersion("tmux 3.3a\n"), {
 *   major: 3,
 *   minor: 3,
 *   text: "3.3a",
 * });
 * ```
 *
 * @param output The line.
 * @returns The version.
 * @throws {OrchError} When it is older than 3.2.
 */
export function parseTmuxVersion(output: string): TmuxVersion {
  const text = output.trim().replace(/^tmux /, "");
  const numbers = /^(?:next-)?(\d+)\.(\d+)/.exec(text);
  const version = numbers
    ? { major: Number(numbers[1]), minor: Number(numbers[2]), text }
    : { ...oldest, text };
  if (
    version.major < oldest.major ||
    (version.major === oldest.major && version.minor < oldest.minor)
  ) {
    throw new OrchError(
      `tmux ${text} is too old: orch needs ${oldest.major}.${oldest.minor} or newer`,
      { hint: installHint() },
    );
  }
  return version;
}

/**
 * The error for a machine without tmux.
 *
 * @param cause Why it could not be started.
 * @returns An error whose hint installs it.
 */
export function missingTmux(cause: unknown): OrchError {
  return new OrchError("tmux is not installed, or not on the PATH", {
    hint: installHint(),
    cause,
  });
}

function installHint(): string {
  return Deno.build.os === "darwin"
    ? "brew install tmux"
    : "sudo apt install tmux (Debian, Ubuntu) or brew install tmux (macOS)";
}
