import {
  type Agent,
  type Request,
  requireAgentKind,
  stateOf,
} from "../agents/mod.ts";
import { ExitCode, OrchError } from "../errors/mod.ts";
import {
  type Answer,
  isMasked,
  type Journal,
  type RequestRecord,
} from "../journal/mod.ts";
import {
  type CarriedOut,
  carryOut,
  isSameRequest,
  recordPlaceOf,
  RecordReader,
  teach,
} from "../monitor/mod.ts";
import { serverKey } from "../presence/mod.ts";
import { Policies } from "../policy/mod.ts";
import type { PaneId, Tmux } from "../tmux/mod.ts";
import type { OrchContext } from "./context.ts";
import { pathsFor } from "./world.ts";

/** A request that a person is about to answer, and what it needs. */
export interface Waiting {
  readonly row: RequestRecord;
  readonly request: Request;
  readonly agent: Agent;
  readonly pane: PaneId;
}

/**
 * Finds a request that a person may answer by command.
 *
 * @param journal The journal.
 * @param id The request's number.
 * @returns The request.
 * @throws {OrchError} When there is none, or it was answered already.
 */
export function requireWaiting(journal: Journal, id: number): Waiting {
  const row = journal.requests.find(id);
  if (!row) {
    throw new OrchError(`There is no request ${id}`, {
      hint: "orch approvals",
      exitCode: ExitCode.notFound,
    });
  }
  if (row.status === "closed") {
    const outcome = row.outcome === "unknown"
      ? "is gone from its pane"
      : `was ${row.outcome} by ${row.by}`;
    throw new OrchError(`Request ${id} ${outcome}`, { hint: "orch approvals" });
  }
  return {
    row,
    request: row.request as Request,
    agent: requireAgentKind(journal.agents.require(row.agent).kind),
    pane: row.pane as PaneId,
  };
}

/**
 * Answers a dialog of which the journal holds no secret: only where the very
 * same is still there, and as what it says there.
 */
async function carryMasked(
  request: Request,
  now: Request | undefined,
  carry: (request: Request) => Promise<CarriedOut>,
): Promise<CarriedOut> {
  return now?.fingerprint === request.fingerprint
    ? await carry(now)
    : { status: "changed" };
}

/** How long an agent may take to draw a dialog that it has told of. */
const drawnWithin = 5000;

/** Between two looks at the journal, in milliseconds. */
const pause = 50;

/**
 * Waits until a request that its agent has told of has its dialog: only that
 * can be answered by key.
 */
async function withDialog(
  context: OrchContext,
  journal: Journal,
  waiting: Waiting,
): Promise<Waiting> {
  const { clock, signal } = context;
  const deadline = clock.now() + drawnWithin;
  let now = waiting;
  while (now.request.evidence.length === 0 && clock.now() < deadline) {
    if (signal?.aborted) break;
    await clock.sleep(pause, signal);
    now = requireWaiting(journal, waiting.row.id);
  }
  return now;
}

/**
 * Learns from a request, and tells what was learned of it: a monitor that saw
 * the answer may have been faster.
 */
async function lessonsOf(
  journal: Journal,
  id: number,
  learn: () => ReturnType<typeof teach>,
): ReturnType<typeof teach> {
  const lessons = await learn();
  return lessons.length > 0
    ? lessons
    : journal.eventsOf(id).filter(({ type }) => type === "rule-changed")
      .flatMap(({ data }) => data as Awaited<ReturnType<typeof teach>>);
}

/**
 * Answers a request for a person, and learns from the answer.
 *
 * @param context Where the command runs.
 * @param world The journal and the tmux server.
 * @param waiting The request.
 * @param answer The answer.
 * @param claimed Done once nobody else can answer, before the key.
 * @returns What was learned.
 * @throws {OrchError} When it could not be answered; no other dialog was.
 */
export async function answerRequest(
  context: OrchContext,
  world: { journal: Journal; tmux: Tmux },
  waiting: Waiting,
  answer: Answer,
  claimed?: () => Promise<void>,
): ReturnType<typeof teach> {
  const { journal, tmux } = world;
  const { row, request, agent, pane } = await withDialog(
    context,
    journal,
    waiting,
  );
  if (await serverKey(tmux) !== row.server) {
    throw new OrchError(
      `Request ${row.id} was asked on another tmux server: ${row.server}`,
      { hint: "the same command with --socket" },
    );
  }
  const paths = pathsFor(context);
  const record = journal.agents.require(row.agent);
  const place = recordPlaceOf(record, paths.home);
  const reader = await RecordReader.ofPane(tmux, pane, agent, place);
  const carry = (request: Request) =>
    carryOut({
      record: reader,
      journal,
      tmux,
      clock: context.clock,
      agent,
      pane,
      id: row.id,
      request,
      by: "person",
      answer,
      ...(claimed && { claimed }),
      signal: context.signal,
    });
  const live = async () => {
    const state = stateOf(agent, await tmux.capture(pane));
    return state.state === "asking"
      ? await reader.match(state.request)
      : undefined;
  };
  let result = isMasked(row.request)
    ? await carryMasked(request, await live(), carry)
    : await carry(request);
  if (result.status === "changed") {
    // The very same question may be drawn in another way since it was seen.
    const now = await live();
    if (now && isSameRequest(request, now)) result = await carry(now);
  }
  const look = `tmux select-pane -t ${pane}`;
  switch (result.status) {
    case "answered":
      return await lessonsOf(journal, row.id, async () =>
        await teach(
          journal,
          record,
          {
            file: paths.agentFile(record.name),
            home: paths.home,
            laid: await new Policies(paths).of(record.project),
          },
          context.clock.now(),
        ));
    case "taken":
      throw new OrchError(`Request ${row.id} is being answered already`, {
        hint: "orch approvals --all",
      });
    case "changed":
      throw new OrchError(
        `Request ${row.id} is not on its pane any more; nothing was pressed`,
        { hint: "orch approvals" },
      );
    case "stuck":
    case "refused":
      throw new OrchError(
        `Request ${row.id} was not answered: ${result.reason}`,
        { hint: look },
      );
  }
}
