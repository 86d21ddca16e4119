import type { DrawnPane, PaneField } from "./pane_field.ts";
import type { Watcher } from "./watcher.ts";

/** How long verdicts took, in milliseconds. */
export interface Latencies {
  /** Of dialogs that rang the bell. */
  readonly bell: readonly number[];
  /** Of dialogs that did not. */
  readonly quiet: readonly number[];
}

/** What {@linkcode latencies} is to do. */
export interface LatencyOptions {
  /** How many dialogs are drawn. */
  readonly dialogs: number;
  /** How many of them, at first, do not count. */
  readonly warmUp: number;
  /** Whether the watcher tells when a dialog is gone. */
  readonly tellsClosed: boolean;
  /**
   * Dialogs are drawn at any moment within this time after a pane is free, in
   * milliseconds: not in step with the watcher's looks.
   */
  readonly spread: number;
}

/** Part of the panes that repaint a spinner meanwhile. */
const spinning = 0.1;

/** Different in every command, so that no two dialogs are equal. */
let serial = 0;

/**
 * Draws dialogs on panes at random moments and measures how long it takes from
 * there to the watcher's verdict. Every second one rings the bell. Soon after
 * its verdict a dialog is answered.
 *
 * @param field The panes.
 * @param watcher Who watches them.
 * @param options How many.
 * @returns The times.
 */
export async function latencies(
  field: PaneField,
  watcher: Watcher,
  options: LatencyOptions,
): Promise<Latencies> {
  using _spinners = field.spin(spinning);
  const times: { bell: number[]; quiet: number[] } = { bell: [], quiet: [] };
  const free = [...field.panes];
  const running = new Set<Promise<void>>();
  const one = async (pane: DrawnPane, bell: boolean, counts: boolean) => {
    const command = `git push origin topic-${serial++}`;
    const decided = watcher.until("decided", command);
    const drawn = pane.ask(command, bell);
    const took = await decided - drawn;
    if (counts) times[bell ? "bell" : "quiet"].push(took);
    await between(20, 80);
    const closed = options.tellsClosed
      ? watcher.until("closed", command)
      : undefined;
    pane.rest();
    await closed;
    free.push(pane);
  };
  for (let index = 0; index < options.dialogs; index++) {
    while (free.length === 0) await Promise.race(running);
    await between(30, 30 + options.spread);
    const [pane] = free.splice(Math.floor(Math.random() * free.length), 1);
    const task = one(pane!, index % 2 === 0, index >= options.warmUp)
      .finally(() => running.delete(task));
    running.add(task);
  }
  await Promise.all(running);
  return times;
}

function between(least: number, most: number): Promise<void> {
  const milliseconds = least + Math.random() * (most - least);
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
