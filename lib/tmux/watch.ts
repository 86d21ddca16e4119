import type { Clock } from "../clock/mod.ts";
import type { Access } from "./access.ts";
import { Bell } from "./bell.ts";
import { BusKeeper } from "./bus_keeper.ts";
import { type Capture, captureCommands, readCapture } from "./capture.ts";
import type { Connection } from "./connection.ts";
import { paneFormat, type PaneInfo } from "./pane_info.ts";
import { quoteCommand } from "./quote.ts";
import { WatchedPanes } from "./watched_panes.ts";

/** What to watch, how closely, and until when. */
export interface WatchOptions {
  /** Ends the watch. */
  signal: AbortSignal;
  /** Which panes are captured. */
  include: (pane: PaneInfo) => boolean;
  /**
   * Milliseconds between two looks while anything moves; five times that at
   * rest. Bells, titles, ends and new windows are looked at when they happen.
   *
   * @default {100}
   */
  interval?: number;
}

/** Something that happened on a server. */
export type WatchEvent =
  | {
    /** The screen's text, size, mode or title differs from the last event. */
    readonly type: "screen";
    /** The pane. */
    readonly pane: PaneInfo;
    /** What it shows. */
    readonly capture: Capture;
    /** When it was read, in milliseconds since 1970. */
    readonly at: number;
  }
  | {
    /** The pane was closed, or its program has ended. */
    readonly type: "gone";
    /** As it was last seen. */
    readonly pane: PaneInfo;
  }
  | {
    /** The connection was lost; it is being made again. */
    readonly type: "lost";
  }
  | {
    /**
     * The connection was made, at first or again. Another `server` than before
     * means that all panes are new, even those with the same ids.
     */
    readonly type: "connected";
    /** The server's identity, see {@linkcode Tmux.server}. */
    readonly server: string;
  };

/** How long after the last change the server counts as at rest. */
const restAfter = 10_000;

/** How much slower the looks are at rest. */
const restFactor = 5;

/** Between two looks that events asked for, in milliseconds. */
const pauses = { shortest: 10, afterRing: 50, longest: 100 };

/** The share of the time that looks which events asked for may take. */
const share = 0.05;

const list = quoteCommand(["list-panes", "-a", "-F", paneFormat]);

/**
 * Watches panes: see {@linkcode Tmux.watch}.
 *
 * Looks are made while the consumer waits for the next event, never ahead of
 * it: a slow consumer sees fewer screens, not old ones.
 *
 * @param access The server.
 * @param options What to watch.
 * @returns The events.
 */
export async function* watch(
  access: Access,
  options: WatchOptions,
): AsyncGenerator<WatchEvent, void, void> {
  const panes = new WatchedPanes(options.include);
  let connection: Connection | undefined = await access.hold();
  try {
    while (!options.signal.aborted) {
      yield* follow(connection, access, options, panes);
      if (options.signal.aborted || access.closed) return;
      yield { type: "lost" };
      const { server } = connection;
      connection = await access.reconnect(options.signal);
      if (!connection) return;
      if (connection.server === server) continue;
      for (const pane of panes.clear()) yield { type: "gone", pane };
    }
  } finally {
    await access.release();
  }
}

/** Watches until the connection is lost or the signal is aborted. */
async function* follow(
  connection: Connection,
  access: Access,
  { signal, interval = 100 }: WatchOptions,
  panes: WatchedPanes,
): AsyncGenerator<WatchEvent, void, void> {
  const { clock, options: { socket } } = access;
  const bell = new Bell(clock);
  const ring = () => bell.ring();
  const over = () => signal.aborted || connection.over;
  signal.addEventListener("abort", ring);
  connection.ended.then(ring);
  const bus = new BusKeeper({ connection, socket, clock, ring });
  try {
    // First all connections, then the news: it makes others do things.
    await bus.keep();
    yield { type: "connected", server: connection.server };
    let moved = clock.now();
    let rang = false;
    while (!over()) {
      const hears = await bus.keep();
      const started = clock.now();
      const [listed] = await connection.run([list]);
      const { due, gone } = panes.update(listed?.lines ?? []);
      const screens = await captureAll(connection, due, panes, clock);
      const ended = clock.now();
      if (due.length > 0) moved = ended;
      for (const pane of gone) yield { type: "gone", pane };
      yield* screens;
      const rests = hears && clock.now() - moved > restAfter;
      const pause = rests ? interval * restFactor : interval;
      rang = await bell.wait({
        since: started,
        atLeast: Math.min(
          pauses.longest,
          Math.max(pauses.shortest, (ended - started) / share),
        ),
        // What rings may still be drawing, and two rings can hide a third.
        atMost: rang ? Math.min(pauses.afterRing, pause) : pause,
        now: over,
      });
    }
  } catch (error) {
    // Whatever fails on a lost connection, fails because of it.
    if (!over()) throw error;
  } finally {
    signal.removeEventListener("abort", ring);
    await bus.close();
  }
}

async function captureAll(
  connection: Connection,
  due: readonly PaneInfo[],
  panes: WatchedPanes,
  clock: Clock,
): Promise<WatchEvent[]> {
  const events = await Promise.all(
    due.map(async ({ id }): Promise<WatchEvent | undefined> => {
      const replies = await connection.run(captureCommands(id, true));
      const capture = readCapture(id, replies);
      // Closed since it was listed: the next listing tells.
      if (!capture) return undefined;
      const pane = panes.captured(capture, replies[0]?.time ?? 0);
      return pane && { type: "screen", pane, capture, at: clock.now() };
    }),
  );
  return events.filter((event) => event !== undefined);
}
