import { ExitCode, OrchError } from "../errors/mod.ts";
import type { PaneInfo } from "./pane_info.ts";

/**
 * Finds the one pane that a person means.
 *
 * Names match exactly, never by prefix. An agent's name stands above the name
 * of the session it is in.
 *
 * @example Usage
 * ```ts
 * import { resolvePane } from "./resolve_pane.ts";
 * import assert from "node:assert/strict";
 *
 * assert.throws(() => resolvePane("web", []), { exitCode: 3 });
 * ```
 *
 * @param target `%3`, an agent's name, `session`, `session:window` or
 * `session:window.pane`; windows by name or index.
 * @param panes All panes, with one entry for each session they are listed in.
 * @returns The pane.
 * @throws {OrchError} When none matches, or several do.
 */
export function resolvePane(
  target: string,
  panes: readonly PaneInfo[],
): PaneInfo {
  const addressed = panes.filter((pane) => addresses(pane).includes(target));
  const named = distinct(panes.filter((pane) => pane.agent === target));
  const [only] = named;
  if (only && named.length === 1 && addressed.every((p) => sameHome(p, only))) {
    return only;
  }
  const matches = distinct([...named, ...addressed]);
  const [match] = matches;
  if (match && matches.length === 1) return match;
  throw match ? ambiguous(target, matches) : missing(target, panes);
}

function addresses(pane: PaneInfo): string[] {
  const windows = [pane.window, String(pane.windowIndex)];
  return [
    pane.id,
    pane.session,
    ...windows.map((window) => `${pane.session}:${window}`),
    ...windows.map((window) => `${pane.session}:${window}.${pane.paneIndex}`),
  ];
}

/** Each pane once, as it was listed first. */
function distinct(panes: readonly PaneInfo[]): PaneInfo[] {
  return panes.filter((pane, index) =>
    panes.findIndex(({ id }) => id === pane.id) === index
  );
}

function sameHome(pane: PaneInfo, other: PaneInfo): boolean {
  return pane.sessionId === other.sessionId;
}

function describe(pane: PaneInfo): string {
  const place = `${pane.session}:${pane.window}.${pane.paneIndex}`;
  const agent = pane.agent === undefined ? "" : ` (agent ${pane.agent})`;
  return `${pane.id} ${place}${agent}`;
}

function ambiguous(target: string, matches: readonly PaneInfo[]): OrchError {
  return new OrchError(
    `'${target}' means ${matches.length} panes: ${
      matches.map(describe).join(", ")
    }`,
    {
      hint: `use one of their ids, such as ${matches[0]?.id}`,
      exitCode: ExitCode.usage,
    },
  );
}

function missing(target: string, panes: readonly PaneInfo[]): OrchError {
  const names = new Set(
    panes.flatMap((pane) => [
      ...(pane.agent === undefined ? [] : [pane.agent]),
      pane.session,
      `${pane.session}:${pane.window}`,
    ]),
  );
  const near = [...names]
    .map((name) => ({ name, distance: distance(target, name) }))
    .filter(({ name, distance }) =>
      distance <= Math.max(1, Math.min(3, target.length / 3)) ||
      name.startsWith(target) || target.startsWith(name)
    )
    .sort((a, b) => a.distance - b.distance)
    .slice(0, 5)
    .map(({ name }) => name);
  return new OrchError(`No pane is called '${target}'`, {
    hint: near.length > 0
      ? `did you mean ${near.join(", ")}?`
      : "orch status lists the agents, tmux list-panes -a all panes",
    exitCode: ExitCode.notFound,
  });
}

/** How many letters to change, add or drop to get from one name to another. */
function distance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let i = 1; i <= from.length; i++) {
    const next = [i];
    for (let j = 1; j <= to.length; j++) {
      const change = (row[j - 1] ?? 0) + (from[i - 1] === to[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[to.length] ?? 0;
}
