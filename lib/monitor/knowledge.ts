import { OrchError } from "../errors/mod.ts";
import { fileStamp } from "../files/mod.ts";
import {
  type AgentFile,
  ownerOfRule,
  readAgentFile,
  type Rule,
  type Teammate,
  teamRules,
  updateAgentFile,
  useRule,
} from "../learner/mod.ts";

/** What {@linkcode Knowledge} knows of one agent. */
export interface Known {
  /** Another one whenever the file is another one. */
  readonly stamp: string;
  /** The file, if there is one that may be used. */
  readonly file: AgentFile | undefined;
  /** Why nothing may be answered from the file, if so. */
  readonly broken: OrchError | undefined;
}

/** The rules that count for an agent in its team. */
export interface TeamRules {
  /** Another one whenever any of the files is another one. */
  readonly stamp: string;
  /** Its own rules, then those it is lent. */
  readonly rules: readonly Rule[];
}

/**
 * The agents' files, read again when they change.
 *
 * A file that cannot be read teaches nothing and allows nothing: what people
 * have denied may stand in it.
 */
export class Knowledge {
  #fileOf: (agent: string) => string;
  #known = new Map<string, Known>();
  #teams = new Map<string, TeamRules>();
  #uses = new Map<string, { rule: string; at: number }[]>();

  /**
   * Creates the cache.
   *
   * @param fileOf Where an agent's file is.
   */
  constructor(fileOf: (agent: string) => string) {
    this.#fileOf = fileOf;
  }

  /**
   * Gives what an agent knows.
   *
   * Requires `--allow-read` for the agent's file.
   *
   * @param agent The agent's name.
   * @returns Its file, or the reason why the file must not be used.
   */
  async of(agent: string): Promise<Known> {
    const file = this.#fileOf(agent);
    const stamp = await fileStamp(file);
    const known = this.#known.get(agent);
    if (known?.stamp === stamp) return known;
    const read = await this.#read(file, stamp);
    this.#known.set(agent, read);
    return read;
  }

  /**
   * Gives the rules that count for an agent: its own, and those that the team
   * of its project lends it. A teammate's broken file lends nothing.
   *
   * Requires `--allow-read` for the files of the team's agents.
   *
   * @param agent The agent's name.
   * @param team The names of the project's agents, itself among them.
   * @param project The project. Absolute.
   * @returns The rules, the same list while no file changes, and their stamp.
   */
  async teamOf(
    agent: string,
    team: readonly string[],
    project: string,
  ): Promise<TeamRules> {
    const own = await this.of(agent);
    const teammates: Teammate[] = [];
    let stamp = own.stamp;
    for (const name of team) {
      if (name === agent) continue;
      const { file, stamp: theirs } = await this.#mate(name);
      stamp += `\n${name} ${theirs}`;
      if (file !== undefined) teammates.push({ name, rules: file.rules });
    }
    const key = JSON.stringify([agent, project]);
    const known = this.#teams.get(key);
    if (known?.stamp === stamp) return known;
    const rules = teamRules(own.file?.rules ?? [], teammates, project);
    const fresh = { stamp, rules };
    this.#teams.set(key, fresh);
    return fresh;
  }

  /**
   * Remembers that a rule answered, for {@linkcode flush}.
   *
   * @param agent The agent's name.
   * @param rule The rule's id, as the verdict gives it.
   * @param at When, in milliseconds since 1970.
   */
  used(agent: string, rule: string, at: number): void {
    const { id, lender = agent } = ownerOfRule(rule);
    const uses = this.#uses.get(lender) ?? [];
    uses.push({ rule: id, at });
    this.#uses.set(lender, uses);
  }

  /**
   * Writes the remembered uses to the agents' files.
   *
   * Requires `--allow-read` and `--allow-write` for the agents' files.
   */
  async flush(): Promise<void> {
    const pending = [...this.#uses];
    this.#uses.clear();
    for (const [agent, uses] of pending) {
      await updateAgentFile(this.#fileOf(agent), agent, (file) => ({
        ...file,
        rules: uses.reduce<readonly Rule[]>(
          (rules, use) => useRule(rules, use.rule, use.at),
          file.rules,
        ),
      }));
    }
  }

  /** A file of a teammate that cannot even be looked at lends nothing. */
  async #mate(name: string): Promise<Pick<Known, "stamp" | "file">> {
    try {
      return await this.of(name);
    } catch {
      return { stamp: "hidden", file: undefined };
    }
  }

  async #read(file: string, stamp: string): Promise<Known> {
    try {
      return { stamp, file: await readAgentFile(file), broken: undefined };
    } catch (error) {
      if (!(error instanceof OrchError)) throw error;
      return { stamp, file: undefined, broken: error };
    }
  }
}
