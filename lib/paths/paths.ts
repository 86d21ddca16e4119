import { ExitCode, OrchError } from "../errors/mod.ts";

/** The environment as far as orch's places depend on it. */
export interface PathsEnvironment {
  /** The person's home directory. */
  HOME?: string | undefined;
  /** Overrides `~/.local/state`. */
  XDG_STATE_HOME?: string | undefined;
}

/** The places of one person's orch. All paths are absolute. */
export interface Paths {
  /** The home directory. */
  readonly home: string;
  /** `~/.local/state/orch`. */
  readonly state: string;
  /** The journal, `~/.local/state/orch/journal.db`. */
  readonly journal: string;
  /**
   * What the named agent has learned, `~/.claude-agent-<name>.json`.
   *
   * @param name The agent's name.
   */
  agentFile(name: string): string;
  /**
   * The named agent's start script, `~/.claude-env-<name>.sh`.
   *
   * @param name The agent's name.
   */
  startScript(name: string): string;
}

/**
 * Derives orch's places from the environment.
 *
 * @example Usage
 * ```ts
 * import { pathsOf } from "./paths.ts";
 * import assert from "node:assert/strict";
 *
 * const paths = pathsOf({ HOME: "/home/dev" });
 * assert.equal(paths.agentFile("web"), "/home/dev/.claude-agent-web.json");
 * ```
 *
 * @param environment `HOME` and, if set, `XDG_STATE_HOME`.
 * @returns The places.
 * @throws {OrchError} When there is no home directory.
 */
export function pathsOf(environment: PathsEnvironment): Paths {
  const home = environment.HOME;
  if (!home?.startsWith("/")) {
    throw new OrchError("HOME is not set to an absolute path", {
      hint: "export HOME=/path/to/your/home",
      exitCode: ExitCode.usage,
    });
  }
  const stateHome = environment.XDG_STATE_HOME?.startsWith("/")
    ? environment.XDG_STATE_HOME
    : `${home}/.local/state`;
  return {
    home,
    state: `${stateHome}/orch`,
    journal: `${stateHome}/orch/journal.db`,
    agentFile: (name) => `${home}/.claude-agent-${name}.json`,
    startScript: (name) => `${home}/.claude-env-${name}.sh`,
  };
}
