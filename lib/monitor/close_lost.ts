import type { Journal } from "../journal/mod.ts";
import { isPast } from "../presence/mod.ts";

/**
 * Closes the unfinished requests of panes that are no more: nobody can answer
 * them.
 *
 * @param journal The journal.
 * @param server The server that runs.
 * @param panes The ids of its panes.
 */
export function closeLost(
  journal: Journal,
  server: string,
  panes: ReadonlySet<string>,
): void {
  for (const row of journal.requests.all({ unfinished: true })) {
    const lost = row.server === server
      ? !panes.has(row.pane)
      : isPast(row.server, server);
    if (lost) journal.requests.close(row.id, "pane", "unknown");
  }
}
