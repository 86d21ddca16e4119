import type { Clock } from "../clock/mod.ts";
import type { Journal } from "../journal/mod.ts";
import type { Paths } from "../paths/mod.ts";
import type { Policies } from "../policy/mod.ts";
import type { Tmux } from "../tmux/mod.ts";
import type { Knowledge } from "./knowledge.ts";
import type { Notice } from "./notice.ts";
import type { OwnFileKeepers } from "./own_file_keepers.ts";

/** All that a monitor touches, passed in. */
export interface World {
  /** The tmux server. */
  readonly tmux: Tmux;
  /** The journal. */
  readonly journal: Journal;
  /** The time. */
  readonly clock: Clock;
  /** Where things are kept. */
  readonly paths: Paths;
  /** The agents' files. */
  readonly knowledge: Knowledge;
  /** What the agents made themselves. */
  readonly ownFiles: OwnFileKeepers;
  /** What people have laid down in files. */
  readonly policies: Policies;
  /** Called with everything worth telling. */
  readonly notify: (notice: Notice) => void;
  /** Aborted when the monitor is to end. */
  readonly signal: AbortSignal;
}
