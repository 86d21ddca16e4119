import { leaveLimitMenu, stateOf, tell, type Told } from "../agents/mod.ts";
import type { LimitRecord } from "../journal/mod.ts";
import { serverTerminal } from "./server_terminal.ts";
import type { Supervised } from "./supervised.ts";
import type { World } from "./world.ts";

/** What an agent is told when its limit is over. */
const goOn = "The usage limit is over: please go on.";

/** Why an agent was not told, for people. */
const obstacles: Readonly<Partial<Record<Told, string>>> = {
  draft: "somebody's text stands in its composer",
  asking: "a dialog is open in its pane",
  lost: "the text was pasted and could not be sent",
};

/**
 * How it went.
 *
 * `woken`: the agent was told, now or before. `lifted`: its screen shows the
 * limit no more, so that it need not be told. `left`: a person has to tell it.
 * `later`: nothing could be seen; to be tried again.
 */
export type Woken =
  | { readonly status: "woken" | "lifted" | "later" }
  | {
    readonly status: "left";
    /** Why, as a clause. */
    readonly note: string;
  };

/** What {@linkcode wakeAgent} is to do, and with what. */
export interface WakeAgentOptions {
  /** The limit that is over. The journal says that its agent is being told. */
  readonly limit: LimitRecord;
  /** The agent's pane. */
  readonly supervised: Supervised;
  /** What may be touched. */
  readonly world: World;
  /** Whether somebody has begun with it before, and may have ended it. */
  readonly again: boolean;
}

/**
 * Tells an agent to go on after its usage limit, if its screen still shows the
 * limit. A menu is left only by what is known to cost nothing.
 *
 * The Enter leaves a marker in the pane in the same pass of the server, so that
 * after a crash it is known whether the agent was told.
 *
 * @param options The limit, the pane and the world.
 * @returns How it went.
 */
export async function wakeAgent(options: WakeAgentOptions): Promise<Woken> {
  const { limit, supervised, world, again } = options;
  const { tmux, clock, signal } = world;
  const { pane, kind, server } = supervised;
  const marker = `limit ${limit.id}.${limit.since}`;
  const sent = again && await tmux.sentMarker(pane) === marker;
  const capture = await tmux.capture(pane);
  // While somebody scrolls, the screen says nothing.
  if (capture.inMode || signal.aborted) return { status: "later" };
  const state = stateOf(kind, capture);
  const limited = state.state === "limited" ? state : undefined;
  if (sent) {
    return limited?.draft === undefined
      ? { status: "woken" }
      : { status: "left", note: obstacles.lost! };
  }
  if (!limited) {
    return { status: state.state === "starting" ? "later" : "lifted" };
  }
  const where = { tmux: serverTerminal(tmux, server), pane, agent: kind };
  const menu = { ...where, marker: `${marker} menu`, clock, signal };
  if (limited.menu && !await leaveLimitMenu(menu)) {
    return { status: "left", note: "a menu waits for a choice in its pane" };
  }
  const told = await tell({
    ...where,
    text: goOn,
    limited: true,
    ...(again && { again }),
    marker,
    clock,
    signal,
  });
  if (told === "typed") return { status: "woken" };
  const note = obstacles[told];
  return note === undefined || signal.aborted
    ? { status: "later" }
    : { status: "left", note };
}
