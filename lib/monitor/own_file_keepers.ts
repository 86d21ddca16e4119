import type { AgentRecord, Journal } from "../journal/mod.ts";
import { OwnFileKeeper } from "./own_file_keeper.ts";

/** What each agent made itself, kept apart by agent and project. */
export class OwnFileKeepers {
  readonly #journal: Journal;
  readonly #home: string;
  readonly #keepers = new Map<string, OwnFileKeeper>();

  /**
   * Starts with what the journal says.
   *
   * @param journal The journal.
   * @param home The home directory of the agents' person. Absolute.
   */
  constructor(journal: Journal, home: string) {
    this.#journal = journal;
    this.#home = home;
  }

  /**
   * Gives what an agent made in the project that it works in.
   *
   * @param agent The agent.
   * @returns Its files, to be kept up to date by the caller.
   */
  of(
    { name: agent, project }: Pick<AgentRecord, "name" | "project">,
  ): OwnFileKeeper {
    const key = JSON.stringify([agent, project]);
    let keeper = this.#keepers.get(key);
    if (keeper === undefined) {
      const home = this.#home;
      keeper = new OwnFileKeeper(this.#journal, { agent, project, home });
      this.#keepers.set(key, keeper);
    }
    return keeper;
  }
}
