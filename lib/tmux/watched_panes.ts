import type { Capture } from "./capture.ts";
import { hiddenSession } from "./connection.ts";
import { type PaneInfo, parsePane } from "./pane_info.ts";

interface Watched {
  /** The line the pane was last listed with. */
  line: string;
  pane: PaneInfo;
  /** The line it was listed with when it was last captured. */
  capturedLine: string;
  /** The server's second in which it was last captured. */
  capturedAt: number;
  /** What the last event showed. */
  shown: string | undefined;
  /** Whether its end was reported. */
  gone: boolean;
}

/** What one listing says about the panes. */
export interface Changes {
  /** Panes whose screens may have changed. */
  readonly due: PaneInfo[];
  /** Panes that were closed, or whose programs have ended. */
  readonly gone: PaneInfo[];
}

/**
 * Remembers what was seen of each pane, to tell what must be looked at again.
 *
 * tmux dates a window's last output in whole seconds. A pane is therefore due
 * as long as its last output is in, or after, the second of its last capture:
 * a busy pane every time, a quiet one once more and then never.
 *
 * @example Usage
 * ```ts
 * import { WatchedPanes } from "./watched_panes.ts";
 * import assert from "node:assert/strict";
 *
 * const panes = new WatchedPanes(() => true);
 * const line = "%1\t$0\t@1\t0\t0\t1\t0\t1700000000\t80\t24\t0\tweb\tsh\t\tvm";
 * assert.equal(panes.update([line]).due[0]?.id, "%1");
 * assert.equal(panes.update([]).gone[0]?.id, "%1");
 * ```
 */
export class WatchedPanes {
  readonly #include: (pane: PaneInfo) => boolean;
  #panes: Map<string, Watched> = new Map();

  /**
   * Creates an empty memory.
   *
   * @param include Which panes are watched.
   */
  constructor(include: (pane: PaneInfo) => boolean) {
    this.#include = include;
  }

  /**
   * Takes in a listing of all panes.
   *
   * @param lines What tmux printed for {@linkcode paneFormat}.
   * @returns What is due, what is gone.
   */
  update(lines: readonly string[]): Changes {
    const before = this.#panes;
    const changes: Changes = { due: [], gone: [] };
    this.#panes = new Map();
    for (const line of lines) {
      const id = line.slice(0, line.indexOf("\t"));
      // A window linked into several sessions is listed once for each.
      if (this.#panes.has(id)) continue;
      const watched = this.#listed(before.get(id), line);
      if (!watched) continue;
      this.#panes.set(id, watched);
      this.#judge(watched, changes);
    }
    for (const [id, { pane, gone }] of before) {
      if (this.#panes.has(id) || gone) continue;
      // Closed; or only no longer included, which is no event.
      if (!lines.some((line) => line.startsWith(`${id}\t`))) {
        changes.gone.push(pane);
      }
    }
    return changes;
  }

  /**
   * Takes in a screen.
   *
   * @param capture The screen.
   * @param time The server's second in which it was read.
   * @returns The pane, if it shows something else than before.
   */
  captured(capture: Capture, time: number): PaneInfo | undefined {
    const watched = this.#panes.get(capture.pane);
    if (!watched) return undefined;
    watched.capturedAt = time;
    watched.capturedLine = watched.line;
    const { columns, rows, inMode, title, text } = capture;
    const shown = `${columns} ${rows} ${inMode} ${title}\n${text}`;
    if (shown === watched.shown) return undefined;
    watched.shown = shown;
    return watched.pane;
  }

  /**
   * Forgets everything, since the server is another one.
   *
   * @returns The panes that were watched and are gone with their server.
   */
  clear(): PaneInfo[] {
    const panes = [...this.#panes.values()];
    this.#panes = new Map();
    return panes.filter(({ gone }) => !gone).map(({ pane }) => pane);
  }

  #listed(known: Watched | undefined, line: string): Watched | undefined {
    const pane = known?.line === line ? known.pane : parsePane(line);
    if (!pane || pane.session === hiddenSession || !this.#include(pane)) {
      return undefined;
    }
    if (!known) {
      const fresh = { capturedLine: "", capturedAt: 0, shown: undefined };
      // One that is dead when it is first seen has no end to report.
      return { line, pane, ...fresh, gone: pane.dead };
    }
    known.line = line;
    known.pane = pane;
    return known;
  }

  #judge(watched: Watched, { due, gone }: Changes): void {
    const { pane, line, capturedLine, capturedAt } = watched;
    if (pane.dead) {
      if (!watched.gone) gone.push(pane);
      watched.gone = true;
      return;
    }
    if (watched.gone) watched.shown = undefined;
    watched.gone = false;
    if (line !== capturedLine || pane.activity >= capturedAt) due.push(pane);
  }
}
