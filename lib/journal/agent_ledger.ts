import type { SQLInputValue } from "node:sqlite";
import { OrchError } from "../errors/mod.ts";
import type { AgentPlace, AgentRecord } from "./agent_record.ts";
import { transaction } from "./database.ts";
import type { EventType } from "./event_record.ts";
import type { LedgerOptions } from "./ledger.ts";
import { agentOfRow } from "./rows.ts";

/**
 * The part of the journal that holds agents: how they were set up, where they
 * run, which conversation they are in.
 */
export class AgentLedger {
  readonly #with: LedgerOptions;

  /**
   * Creates the ledger.
   *
   * @param options The database, and how history is written.
   */
  constructor(options: LedgerOptions) {
    this.#with = options;
  }

  /**
   * Writes an agent down, replacing what stood under its name. Its latest
   * conversation is forgotten when another kind of agent, or one with another
   * folder or configuration, takes the name: it could not go on with it.
   *
   * @param agent The agent, as it was asked for.
   * @returns The agent as it stands now.
   */
  setUp(
    agent: Omit<AgentRecord, "created" | "session" | "place" | "ended">,
  ): AgentRecord {
    const { database, sql, clock, append } = this.#with;
    return transaction(database, () => {
      sql.run(
        `INSERT INTO agents (name, kind, project, autonomy, isolate, created)
         VALUES (?, ?, ?, ?, ?, ?)
         ON CONFLICT (name) DO UPDATE SET kind = excluded.kind,
           project = excluded.project, autonomy = excluded.autonomy,
           isolate = excluded.isolate,
           session = CASE WHEN agents.kind = excluded.kind
             AND agents.project = excluded.project
             AND agents.isolate IS excluded.isolate THEN agents.session END`,
        [
          agent.name,
          agent.kind,
          agent.project,
          agent.autonomy,
          agent.isolate ?? null,
          clock.now(),
        ],
      );
      append("agent-set-up", agent.name, agent);
      return this.find(agent.name)!;
    });
  }

  /**
   * Takes an agent off the list. What it has asked stays; what it made itself
   * is nobody's own any more.
   *
   * @param agent The agent's name.
   * @returns Whether it was on it.
   */
  tearDown(agent: string): boolean {
    const { sql } = this.#with;
    sql.run("DELETE FROM own_files WHERE agent = ?", [agent]);
    return this.#change(
      agent,
      "agent-torn-down",
      "DELETE FROM agents WHERE name = ?",
      [agent],
      {},
    );
  }

  /**
   * Writes down where an agent runs.
   *
   * @param agent The agent's name.
   * @param place Where.
   * @returns Whether that is news.
   */
  attach(agent: string, place: AgentPlace): boolean {
    const { server, pane } = place;
    return this.#change(
      agent,
      "agent-attached",
      `UPDATE agents SET server = ?, pane = ?, ended = NULL WHERE name = ?
       AND (server IS NOT ? OR pane IS NOT ? OR ended IS NOT NULL)`,
      [server, pane, agent, server, pane],
      place,
    );
  }

  /**
   * Writes down which conversation an agent is in.
   *
   * @param agent The agent's name.
   * @param session The conversation's id.
   * @returns Whether that is news.
   */
  setSession(agent: string, session: string): boolean {
    return this.#change(
      agent,
      "session-changed",
      "UPDATE agents SET session = ? WHERE name = ? AND session IS NOT ?",
      [session, agent, session],
      { session },
    );
  }

  /**
   * Writes down that an agent has ended as it should, or that its pane was
   * closed: it is not lost.
   *
   * @param agent The agent's name.
   * @returns Whether that is news.
   */
  ended(agent: string): boolean {
    return this.#change(
      agent,
      "agent-ended",
      "UPDATE agents SET ended = ? WHERE name = ? AND ended IS NULL",
      [this.#with.clock.now(), agent],
      {},
    );
  }

  /**
   * Finds an agent by name.
   *
   * @param name The exact name.
   * @returns The agent, or `undefined`.
   */
  find(name: string): AgentRecord | undefined {
    const row = this.#with.sql.get("SELECT * FROM agents WHERE name = ?", [
      name,
    ]);
    return row && agentOfRow(row);
  }

  /**
   * Finds an agent by name and insists that there is one.
   *
   * @param name The exact name.
   * @returns The agent.
   * @throws {OrchError} When there is none; exit code 3.
   */
  require(name: string): AgentRecord {
    const agent = this.find(name);
    if (agent) return agent;
    const names = this.all().map((agent) => agent.name);
    throw new OrchError(`No agent is called '${name}'`, {
      hint: names.length > 0
        ? `agents that were set up: ${names.join(", ")}`
        : "orch setup",
      exitCode: 3,
    });
  }

  /** All agents, by name. */
  all(): AgentRecord[] {
    return this.#with.sql.all("SELECT * FROM agents ORDER BY name", [])
      .map(agentOfRow);
  }

  /**
   * Gives a project's team: the agents that were set up for it.
   *
   * @param project The project's folder. Absolute.
   * @returns The agents, by name.
   */
  inProject(project: string): AgentRecord[] {
    return this.#with.sql
      .all("SELECT * FROM agents WHERE project = ? ORDER BY name", [project])
      .map(agentOfRow);
  }

  /** Runs an update; when it changed anything, appends the event. */
  #change(
    agent: string,
    type: EventType,
    statement: string,
    values: SQLInputValue[],
    data: unknown,
  ): boolean {
    const { database, sql, append } = this.#with;
    return transaction(database, () => {
      const changed = Number(sql.run(statement, values).changes) === 1;
      if (changed) append(type, agent, data);
      return changed;
    });
  }
}
