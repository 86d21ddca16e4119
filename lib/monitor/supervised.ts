import type { Agent } from "../agents/mod.ts";
import type { AgentRecord } from "../journal/mod.ts";
import type { PaneId } from "../tmux/mod.ts";
import type { RecordReader } from "./record_reader.ts";

/** What one pane supervisor is made for. */
export interface Supervised {
  /** The pane. */
  readonly pane: PaneId;
  /** The server's name. */
  readonly server: string;
  /** Who runs in the pane. */
  readonly agent: AgentRecord;
  /** What is known of that kind of agent. */
  readonly kind: Agent;
  /** The agent's own record. */
  readonly record: RecordReader;
}
