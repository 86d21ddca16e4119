import type { Request } from "../../agents/mod.ts";
import type { RequestRecord } from "../../journal/mod.ts";
import { ago } from "../ago.ts";
import type { OrchContext } from "../context.ts";
import { print, printJson } from "../print.ts";
import { cut, table } from "../table.ts";
import { openJournal } from "../world.ts";
import type { ApprovalsFlags } from "./mod.ts";

const day = 24 * 60 * 60 * 1000;

/** Runs `orch approvals`. */
export function approvals(this: OrchContext, flags: ApprovalsFlags): void {
  using journal = openJournal(this);
  const now = this.clock.now();
  const rows = flags.all
    ? journal.requests.all({ since: now - day })
    : journal.requests.all({ waiting: true });
  if (flags.json) {
    return printJson(this, { requests: rows.map((row) => describe(row, now)) });
  }
  if (rows.length === 0) return print(this, "Nothing waits for you.");
  const head = ["ID", "AGENT", "AGE", "TIER", "STATUS", "WHAT"];
  const cells = rows.map((row) => [
    String(row.id),
    row.agent,
    ago(now - row.seen),
    row.verdict?.tier ?? "-",
    row.outcome ? `${row.outcome} by ${row.by}` : row.status,
    row.summary,
  ]);
  const width = this.terminal.output ? this.terminal.size().columns : Infinity;
  table(head, cells).forEach((line, index) => {
    print(this, cut(line, width));
    const row = rows[index - 1];
    if (row?.status === "waiting") print(this, `    ${whyOf(row)}`);
  });
  if (rows.some((row) => row.status === "waiting")) {
    print(this, "\norch approve ID    orch deny ID --reason TEXT");
  }
}

/** Why a request waits: what happened to it last, else its verdict. */
function whyOf(row: RequestRecord): string {
  return row.note ?? row.verdict?.reason ?? "not judged yet";
}

function describe(row: RequestRecord, now: number) {
  const request = row.request as Request;
  return {
    id: row.id,
    agent: row.agent,
    pane: row.pane,
    kind: request.kind,
    summary: row.summary,
    command: request.command ?? null,
    path: request.path ?? null,
    url: request.url ?? null,
    query: request.query ?? null,
    server: request.server ?? null,
    tool: request.tool ?? null,
    input: request.input ?? null,
    complete: request.complete,
    status: row.status,
    tier: row.verdict?.tier ?? null,
    decision: row.verdict?.decision ?? null,
    reason: whyOf(row),
    by: row.by ?? null,
    outcome: row.outcome ?? null,
    seen: new Date(row.seen).toISOString(),
    ageSeconds: Math.floor((now - row.seen) / 1000),
  };
}
