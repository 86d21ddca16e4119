import type { HookEvent, HookRequest, RecordedCall } from "../agent.ts";
import { given, isObject, type Json, textOf } from "../json.ts";

/** What a report says that an agent is about to ask. */
export interface AskedReport {
  /** What it asks for, whole and exact. */
  readonly request: HookRequest;
  /** Where it would be done, if that is not where the agent works. */
  readonly directory?: string;
  /** Set when it takes no answer. */
  readonly unanswerable?: true;
}

/** How the reports of one kind of agent are read. */
export interface ReportForm {
  /** What its events mean, by the names it gives them. */
  readonly events: Readonly<Record<string, HookEvent["event"]>>;
  /**
   * Reads what it is about to ask.
   *
   * @param body The report.
   * @returns `undefined` when a part that counts is not known.
   */
  asked(body: Json): AskedReport | undefined;
  /**
   * Reads which call has ended.
   *
   * @param body The report.
   * @returns `undefined` when it is not about a known tool.
   */
  ended(body: Json): RecordedCall | undefined;
}

/**
 * Reads a report as Claude Code words them: its event in `hook_event_name`,
 * its conversation in `session_id`. Other clients have taken that over, with
 * names of their own for the events.
 *
 * @param body What was sent, parsed from JSON. Anything can be in it.
 * @param form How the kind's reports are read.
 * @returns What it says; `undefined` when it is of no interest, not whole, or
 * about a tool that is not known.
 *
 * @example Usage
 * ```ts
 * import { readReport } from "./read_report.ts";
 * import assert from "node:assert/strict";
 *
 * const event = readReport({ hook_event_name: "Stop", session_id: "0f3c" }, {
 *   events: { Stop: "turn-ended" },
 *   asked: () => undefined,
 *   ended: () => undefined,
 * });
 * assert.deepEqual(event, { event: "turn-ended", session: "0f3c" });
 * ```
 */
export function readReport(
  body: unknown,
  form: ReportForm,
): HookEvent | undefined {
  if (!isObject(body)) return undefined;
  const session = textOf(body.session_id);
  const name = textOf(body.hook_event_name) ?? "";
  const event = Object.hasOwn(form.events, name)
    ? form.events[name]
    : undefined;
  switch (event) {
    case "permission": {
      const asked = form.asked(body);
      const directory = textOf(body.cwd);
      return asked && { event, ...given({ session, directory }), ...asked };
    }
    case "call": {
      const call = form.ended(body);
      return call && { event, ...given({ session }), call };
    }
    case "session":
      return session === undefined ? undefined : {
        event,
        session,
        ...given({ record: textOf(body.transcript_path) }),
      };
    case "prompt":
      return typeof body.prompt === "string"
        ? { event, ...given({ session }), text: body.prompt }
        : undefined;
    case "turn-ended":
      return { event, ...given({ session }) };
    default:
      return undefined;
  }
}
