import { type Clock, systemClock } from "../../lib/clock/mod.ts";
import { Journal } from "../../lib/journal/mod.ts";
import { Monitor } from "../../lib/monitor/mod.ts";
import { pathsOf } from "../../lib/paths/mod.ts";
import { Tmux } from "../../lib/tmux/mod.ts";

/**
 * A clock that is ahead of the system's.
 *
 * @param milliseconds By how much.
 * @returns The clock.
 */
export function laterClock(milliseconds: number): Clock {
  return {
    now: () => systemClock.now() + milliseconds,
    sleep: systemClock.sleep,
  };
}

// As a program: a monitor that can be killed, whose time is ahead.
if (import.meta.main) {
  const [socket = "", home = "", ahead = "0"] = Deno.args;
  const clock = laterClock(Number(ahead));
  const paths = pathsOf({ HOME: home });
  await using tmux = await Tmux.connect({ socket, clock, start: false });
  using journal = Journal.open(paths.journal, { clock });
  const end = new AbortController();
  Deno.addSignalListener("SIGTERM", () => end.abort());
  await new Monitor({ tmux, journal, paths, clock }).run(end.signal);
}
