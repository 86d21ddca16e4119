import { type Agent, answer, type Request } from "../agents/mod.ts";
import type { Clock } from "../clock/mod.ts";
import type { Answer, Journal } from "../journal/mod.ts";
import type { PaneId, Tmux } from "../tmux/mod.ts";
import type { RecordReader } from "./record_reader.ts";
import { serverTerminal } from "./server_terminal.ts";

/** What {@linkcode carryOut} works on. */
export interface CarryOutOptions {
  /** The journal that holds the request. */
  readonly journal: Journal;
  /** The server the agent's pane is on. */
  readonly tmux: Tmux;
  /** Where time comes from. */
  readonly clock: Clock;
  /** The kind of agent that asks. */
  readonly agent: Agent;
  /** The pane it asks in. */
  readonly pane: PaneId;
  /** The request's number in the journal. */
  readonly id: number;
  /** The request as it was judged. */
  readonly request: Request;
  /** Who answers. */
  readonly by: "orch" | "person";
  /** What to answer. */
  readonly answer: Answer;
  /** The agent's own record. */
  readonly record: RecordReader;
  /** Done once the request is the caller's, before the key. */
  readonly claimed?: () => Promise<void>;
  /** Ends waiting early. */
  readonly signal?: AbortSignal;
}

/**
 * How it went.
 *
 * `answered`: the key was pressed and the dialog is gone. `taken`: somebody
 * else has answered, or is answering, this request. `changed`: the dialog is
 * not there any more; no key was pressed. `stuck`: the key was pressed and the
 * dialog is still there; a person has to look. `refused`: this request must
 * not be answered so; no key was pressed.
 */
export type CarriedOut =
  | { readonly status: "answered" }
  | { readonly status: "taken" }
  | { readonly status: "changed" }
  | { readonly status: "stuck"; readonly reason: string }
  | { readonly status: "refused"; readonly reason: string };

/**
 * The marker left on a pane by the key of a request's latest attempt.
 *
 * @param id The request.
 * @param attempts How often it was tried.
 * @returns The marker.
 */
export function markerOf(id: number, attempts: number): string {
  return `${id}.${attempts}`;
}

/**
 * Answers a request: claims it in the journal, presses the key on its dialog
 * and no other, and writes down what became of it.
 *
 * The claim comes first, so of several processes that want to answer, one
 * does. The key carries a marker that tmux sets in the same pass, so that
 * after a crash it can be told whether the key was pressed.
 *
 * Requires what the journal and the tmux connection require.
 *
 * @param options The request, the answer and the world to act on.
 * @returns How it went.
 */
export async function carryOut(options: CarryOutOptions): Promise<CarriedOut> {
  const { journal, id, by } = options;
  if (!journal.requests.claim(id, by, options.answer)) {
    return { status: "taken" };
  }
  const { attempts, server } = journal.requests.find(id)!;
  try {
    await options.claimed?.();
    const result = await answer({
      tmux: serverTerminal(options.tmux, server),
      pane: options.pane,
      agent: options.agent,
      request: options.request,
      meaning: options.answer,
      marker: markerOf(id, attempts),
      clock: options.clock,
      answered: async () =>
        await options.record.outcome(options.request) !== undefined,
      ...(options.signal && { signal: options.signal }),
    });
    switch (result.status) {
      case "sent": {
        if (result.gone) {
          const outcome = options.answer === "once" ? "approved" : "denied";
          journal.requests.close(id, by, outcome);
          return { status: "answered" };
        }
        const reason = "the key was pressed and the dialog is still there";
        journal.requests.release(id, reason);
        return { status: "stuck", reason };
      }
      case "changed":
        // Whoever watches the pane finds out what became of the dialog.
        journal.requests.release(
          id,
          "the dialog changed before it was answered",
        );
        return { status: "changed" };
      case "refused":
        journal.requests.release(id, result.reason);
        return { status: "refused", reason: result.reason };
    }
  } catch (error) {
    journal.requests.release(
      id,
      error instanceof Error ? error.message : String(error),
    );
    throw error;
  }
}
