import { ExitCode, OrchError } from "../errors/mod.ts";

/** The environment as far as orch's places depend on it. */
export interface PathsEnvironment {
  /** The person's home directory. */
  HOME?: string | undefined;
  /** Overrides `~/.local/state`. */
  XDG_STATE_HOME?: string | undefined;
  /** Overrides `~/.local/share`. */
  XDG_DATA_HOME?: string | undefined;
  /** Overrides `~/.config`. */
  XDG_CONFIG_HOME?: string | undefined;
}

/** The places of one person's orch. All paths are absolute. */
export interface Paths {
  /** The home directory. */
  readonly home: string;
  /** `~/.local/state/orch`. */
  readonly state: string;
  /** The journal, `~/.local/state/orch/journal.db`. */
  readonly journal: string;
  /** Screens that orch does not know, `~/.local/state/orch/unknown`. */
  readonly unknown: string;
  /** What the person lays down everywhere, `~/.config/orch/config.yaml`. */
  readonly config: string;
  /** What the person has accepted of projects' `orch.yaml`. */
  readonly accepted: string;
  /** The port that agents' hooks report to, in a file of the state folder. */
  readonly hookPort: string;
  /**
   * The named agent's private files, such as what its hooks need:
   * `~/.local/state/orch/agents/<name>`.
   *
   * @param name The agent's name.
   */
  agentFolder(name: string): string;
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
  /**
   * The configuration of the named agent where it has one of its own,
   * `~/.local/share/orch/agents/<name>`.
   *
   * @param name The agent's name.
   */
  isolated(name: string): string;
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
 * @param environment `HOME` and, if set, `XDG_STATE_HOME`, `XDG_DATA_HOME`,
 * `XDG_CONFIG_HOME`.
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
  const folder = (named: string | undefined, preset: string) =>
    named?.startsWith("/") ? named : `${home}/${preset}`;
  const stateHome = folder(environment.XDG_STATE_HOME, ".local/state");
  const configHome = folder(environment.XDG_CONFIG_HOME, ".config");
  const dataHome = folder(environment.XDG_DATA_HOME, ".local/share");
  return {
    home,
    state: `${stateHome}/orch`,
    journal: `${stateHome}/orch/journal.db`,
    unknown: `${stateHome}/orch/unknown`,
    config: `${configHome}/orch/config.yaml`,
    accepted: `${stateHome}/orch/accepted`,
    hookPort: `${stateHome}/orch/hook-port`,
    agentFolder: (name) => `${stateHome}/orch/agents/${name}`,
    agentFile: (name) => `${home}/.claude-agent-${name}.json`,
    startScript: (name) => `${home}/.claude-env-${name}.sh`,
    isolated: (name) => `${dataHome}/orch/agents/${name}`,
  };
}
