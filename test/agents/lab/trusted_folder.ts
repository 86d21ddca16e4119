import assert from "node:assert/strict";
import type { Request } from "../../../lib/agents/mod.ts";
import { eventually } from "../../harness/mod.ts";
import type { Client } from "./client.ts";
import { Office } from "./office.ts";
import { patience } from "./patience.ts";

/** How the test is to be run. */
export interface TrustedFolderOptions {
  /** The client's release; the one the tests run against if unset. */
  readonly version?: string;
  /** Whether it asks at all, as orch starts it; true if unset. */
  readonly asks?: boolean;
}

/**
 * Starts a real client in a folder that it has not seen before: the monitor
 * trusts the folder, since a person has named it, and answers nothing else.
 *
 * @param client The client.
 * @param options How.
 */
export async function trustedFolder(
  client: Client,
  { version, asks = true }: TrustedFolderOptions = {},
): Promise<void> {
  await using office = await Office.open(client, {
    hooks: false,
    trusted: false,
    columns: 100,
    rows: 40,
    // What it says last can still be read when it ends.
    environment: { ORCH_KEEP_PANE: "1" },
    ...(version !== undefined && { version }),
  });
  const { lab, journal } = office;
  if (!asks) {
    await lab.started();
    return assert.deepEqual(journal.requests.all(), []);
  }
  await eventually(
    "the folder is trusted",
    async () =>
      journal.requests.all().some(({ status }) => status === "closed") ||
      `${JSON.stringify(journal.requests.all(), null, 1)}\n${await lab.capture(
        false,
      )}`,
    patience,
  );
  await lab.started();
  const requests = journal.requests.all();
  assert.deepEqual(
    requests.map(({ request, by, outcome, answer }) => ({
      kind: (request as Request).kind,
      by,
      outcome,
      answer,
    })),
    [{ kind: "trust", by: "orch", outcome: "approved", answer: "once" }],
  );
  assert.equal(requests[0]?.learned, false);
}
