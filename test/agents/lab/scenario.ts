import type { OptionMeaning, RequestKind } from "../../../lib/agents/mod.ts";
import type { AgentLab, LabOptions } from "./agent_lab.ts";
import type { Client } from "./client.ts";

/** What a screen must be read as. */
export interface Expected {
  /** The state. */
  readonly state: string;
  /** The text in the composer. */
  readonly draft?: string;
  /** What kind of request it is. */
  readonly kind?: RequestKind;
  /** The exact command that the model asked for. */
  readonly command?: string;
  /** How the path ends that the model asked for. */
  readonly path?: string;
  /** The address that the model asked for. */
  readonly url?: string;
  /** The MCP server of the tool that the model asked for. */
  readonly server?: string;
  /** The MCP tool that the model asked for. */
  readonly tool?: string;
  /** The helper that asks. */
  readonly helper?: string;
  /** Whether it may be answered as it stands on the screen. */
  readonly complete?: boolean;
  /** What the options mean, in order. */
  readonly meanings?: readonly OptionMeaning[];
}

/** A screen to bring about. */
export interface Scenario {
  /** Its name. */
  readonly name: string;
  /** What it must be read as. */
  readonly expected: Expected;
  /** Says that the screen is there, before it settles. */
  readonly shows: RegExp;
  /** A lab of its own, and what it is like; otherwise all share one. */
  readonly options?: LabOptions;
  /** How long the screen stays as it is once it has settled; 400 ms if unset. */
  readonly quiet?: number;
  /**
   * Brings the screen about: from an idle client, or, in a lab of its own,
   * from the client's start.
   *
   * @param lab Where.
   */
  act(lab: AgentLab): Promise<unknown>;
  /**
   * Leaves the screen so that the client is idle again. If unset, Escape does
   * where the screen asks.
   *
   * @param lab Where.
   */
  leave?(lab: AgentLab): Promise<unknown>;
}

/** A release at a size. */
export interface RecordedSize {
  /** The client's release. */
  readonly version: string;
  /** The pane's width. */
  readonly columns: number;
  /** The pane's height. */
  readonly rows: number;
  /** The scenarios to record at this size; all if unset. */
  readonly only?: RegExp;
}

/** All that is recorded of a client; each kind's `scenarios.ts` has one. */
export interface Recording {
  /** The client. */
  readonly client: Client;
  /** The releases and sizes. */
  readonly sizes: readonly RecordedSize[];
  /** The scenarios, in the order in which one conversation goes through them. */
  readonly scenarios: readonly Scenario[];
}

/** What `screens.json` says about a recorded screen. */
export interface RecordedScreen {
  /** The file's name. */
  readonly file: string;
  /** The pane's width. */
  readonly columns: number;
  /** The pane's height. */
  readonly rows: number;
  /** The pane's title. */
  readonly title?: string;
  /** What it must be read as. */
  readonly expected: Expected;
}
