import type { RequestRecord } from "../journal/mod.ts";
import type { PaneId } from "../tmux/mod.ts";
import { markerOf } from "./carry_out.ts";
import type { World } from "./world.ts";

/**
 * How long a person's claim is believed in, in milliseconds: longer than any
 * answer takes.
 */
const claimLife = 15_000;

/**
 * Tells whether the process that claimed a request is no more.
 *
 * There is one monitor a server, and it works through one screen of a pane at
 * a time: a claim of orch's own that it finds was made by an earlier one.
 *
 * @param row The request, being answered.
 * @param now The time, in milliseconds since 1970.
 * @returns Whether nobody is about to answer it.
 */
export function isAbandoned(row: RequestRecord, now: number): boolean {
  return row.by === "orch" || now - (row.claimed ?? 0) > claimLife;
}

/**
 * Tells whether the key of a request's latest attempt was pressed, by the
 * marker that tmux set together with it.
 *
 * @param world What it may touch.
 * @param row The request.
 * @returns Whether it was.
 */
export async function keyWasPressed(
  world: World,
  row: RequestRecord,
): Promise<boolean> {
  if (row.attempts === 0) return false;
  const marker = await world.tmux.sentMarker(row.pane as PaneId);
  return marker === markerOf(row.id, row.attempts);
}
