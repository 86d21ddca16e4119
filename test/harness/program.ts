import type { CommandPlace } from "./command_line.ts";
import { moduleCache } from "./module_cache.ts";

const cache = await moduleCache();
const cli = new URL("../../cli.ts", import.meta.url).pathname;

/** The variables that `orch` reads. */
export const readVariables = [
  "HOME",
  "XDG_STATE_HOME",
  "XDG_DATA_HOME",
  "XDG_CONFIG_HOME",
  "PATH",
  "ORCH_TMUX_SOCKET",
  "TMUX",
  "NO_COLOR",
  "ORCH_TEST",
  "HTTP_PROXY",
  "http_proxy",
  "HTTPS_PROXY",
  "https_proxy",
  "ALL_PROXY",
  "all_proxy",
];

/** The agents' programs, which are asked for their versions. */
export const agentPrograms = ["claude", "codex", "gemini", "opencode", "qwen"];

/**
 * The permissions under which `setup`, `monitor`, `status` and the commands
 * that answer run: few programs, the person's own files, the project, this
 * machine's own address.
 *
 * @param home The home directory.
 * @param project The project's folder.
 * @returns Flags of `deno run`.
 */
export function narrowPermissions(home: string, project: string): string[] {
  return [
    `--allow-run=${["tmux", "git", ...agentPrograms].join(",")}`,
    `--allow-env=${readVariables.join(",")}`,
    `--allow-read=${home},${project}`,
    `--allow-write=${home}`,
    "--allow-net=127.0.0.1",
  ];
}

/**
 * Starts `orch` as a process of its own, under narrow permissions.
 *
 * @param args The command, its flags and arguments.
 * @param place Where it runs; the directory is its project, the path where it
 * finds programs. What it is run through is a program that takes another.
 * @returns The process; its output is piped.
 */
export function spawnOrch(
  args: readonly string[],
  place: CommandPlace & {
    directory: string;
    path?: string;
    through?: readonly string[];
  },
): Deno.ChildProcess {
  const [program = Deno.execPath(), ...before] = [
    ...place.through ?? [],
    Deno.execPath(),
  ];
  return new Deno.Command(program, {
    args: [
      ...before,
      "run",
      "--quiet",
      "--no-prompt",
      ...narrowPermissions(place.home, place.directory),
      cli,
      ...args,
    ],
    cwd: place.directory,
    clearEnv: true,
    env: {
      PATH: place.path ?? Deno.env.get("PATH") ?? "/usr/bin:/bin",
      HOME: place.home,
      DENO_DIR: cache,
      NO_COLOR: "1",
      ORCH_TEST: "1",
      ...(place.socket && { ORCH_TMUX_SOCKET: place.socket }),
    },
    stdin: "null",
    stdout: "piped",
    stderr: "piped",
  }).spawn();
}
