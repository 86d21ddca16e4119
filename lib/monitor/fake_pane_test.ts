import {
  type Agent,
  agents,
  type AgentState,
  type Request,
} from "../agents/mod.ts";
import { Journal } from "../journal/mod.ts";
import { pathsOf } from "../paths/mod.ts";
import type { Capture } from "../tmux/mod.ts";
import { Policies } from "../policy/mod.ts";
import { Knowledge } from "./knowledge.ts";
import { OwnFileKeepers } from "./own_file_keepers.ts";
import type { Notice } from "./notice.ts";
import { PaneSupervisor } from "./pane_supervisor.ts";
import { RecordReader } from "./record_reader.ts";
import type { World } from "./world.ts";

/** An agent whose screens are its states, so that they need no drawing. */
export const kind: Agent = {
  ...agents.rehearsal,
  guard: 0,
  read: ({ text }) => JSON.parse(text) as AgentState,
  outcome: () => "unknown",
};

function screenOf(state: unknown): Capture {
  return { text: JSON.stringify(state) } as Capture;
}

/** The agent waits for a message. */
export const idle: Capture = screenOf({ state: "idle" });

/** The agent asks for a command. */
export function asking(command: string, more: Partial<Request> = {}): Capture {
  const request: Request = {
    kind: "command",
    command,
    readings: [command],
    complete: true,
    options: [{ label: "Yes", meaning: "once", key: "1" }],
    selected: 0,
    fingerprint: command,
    evidence: [command],
    ...more,
  };
  return screenOf({ state: "asking", request });
}

/** A supervisor of a pane whose screen can be set. */
export interface FakePane {
  readonly supervisor: PaneSupervisor;
  readonly show: (capture: Capture) => Promise<void>;
  readonly clock: { time: number };
  readonly notices: Notice[];
  readonly journal: Journal;
  readonly disk: { full: boolean };
  /** What a look gives instead of the screen that was shown last. */
  looked: ((screen: Capture) => Capture) | undefined;
}

/** Runs something on a pane. */
export async function withPane(
  run: (pane: FakePane) => Promise<void>,
  more: Partial<Agent> = {},
): Promise<void> {
  const fake: Agent = { ...kind, ...more };
  const home = await Deno.makeTempDir({ prefix: "orch-pane-" });
  try {
    const paths = pathsOf({ HOME: home });
    using real = Journal.open(`${home}/journal.db`);
    const disk = { full: false };
    const journal = withDisk(real, disk);
    const agent = journal.agents.setUp({
      name: "web",
      kind: "rehearsal",
      project: home,
      autonomy: "assisted",
    });
    const clock = { time: Date.parse("2026-03-01T09:00:00Z") };
    let screen = idle;
    let pane: FakePane | undefined = undefined;
    const notices: Notice[] = [];
    const world = {
      tmux: {
        capture: () => Promise.resolve(pane?.looked?.(screen) ?? screen),
        sentMarker: () => Promise.resolve(undefined),
        keyIf: () => {
          screen = idle;
          return Promise.resolve(true);
        },
      },
      journal,
      paths,
      clock: {
        now: () => clock.time,
        sleep: (milliseconds: number) => {
          clock.time += Math.max(milliseconds, 0);
          return Promise.resolve();
        },
      },
      knowledge: new Knowledge(paths.agentFile),
      ownFiles: new OwnFileKeepers(journal, paths.home),
      policies: new Policies(paths),
      notify: (notice: Notice) => notices.push(notice),
      signal: new AbortController().signal,
    } as unknown as World;
    const supervisor = new PaneSupervisor({
      pane: "%1",
      server: "/tmp/socket 1 1",
      agent,
      kind: fake,
      record: new RecordReader({
        agent: fake,
        place: { home: "/home/dev", project: "/srv/shop" },
      }),
    }, world);
    const show = async (capture: Capture) => {
      screen = capture;
      clock.time += 1;
      supervisor.observe(capture, clock.time);
      await supervisor.settled();
    };
    pane = {
      supervisor,
      show,
      clock,
      notices,
      journal,
      disk,
      looked: undefined,
    };
    await run(pane);
  } finally {
    await Deno.remove(home, { recursive: true });
  }
}

/** A journal that cannot write requests down while a disk is full. */
function withDisk(real: Journal, disk: { readonly full: boolean }): Journal {
  const requests = bound(real.requests, (method) => {
    if (
      disk.full && ["record", "release", "close", "decide"].includes(method)
    ) {
      throw new Error("database or disk is full");
    }
  });
  return bound(real, () => {}, { requests });
}

/** An object that tells which of its methods is called, before it is. */
function bound<T extends object>(
  real: T,
  before: (method: string) => void,
  instead: Partial<T> = {},
): T {
  return new Proxy(real, {
    get(target, key) {
      const own: unknown = Reflect.get(instead, key);
      const value: unknown = own ?? Reflect.get(target, key, target);
      if (typeof value !== "function") return value;
      return (...words: unknown[]) => {
        before(String(key));
        return value.apply(target, words);
      };
    },
  });
}
