import type { HookAnswer } from "../agents/mod.ts";
import type { FakePane } from "./fake_pane_test.ts";
import type { PermissionReport } from "./told_request.ts";

/** Nobody goes away. */
export const here: AbortSignal = new AbortController().signal;

/**
 * Lets a hook tell of a command.
 *
 * @param pane Where.
 * @param command The command.
 * @param more What else it tells.
 * @returns What the hook is answered.
 */
export function tell(
  { supervisor }: FakePane,
  command: string,
  more: Partial<PermissionReport> = {},
): Promise<HookAnswer> {
  return supervisor.hooks.answer({
    event: "permission",
    request: { kind: "command", command },
    ...more,
  }, here);
}

/**
 * Says how the requests in the journal stand.
 *
 * @param pane Whose.
 * @returns A line a request.
 */
export function rowsOf({ journal }: FakePane): string[] {
  return journal.requests.all().map((row) =>
    [row.summary, row.channel, row.status, row.by, row.outcome].join(" ")
  );
}

/**
 * Lets time pass, and has a look.
 *
 * @param pane Where.
 * @param milliseconds How long.
 */
export async function wait(
  pane: FakePane,
  milliseconds: number,
): Promise<void> {
  pane.clock.time += milliseconds;
  pane.supervisor.reconsider();
  await pane.supervisor.settled();
}
