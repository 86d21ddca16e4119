import type { HookEvent, Outcome, RecordedCall } from "../agent.ts";
import { type Asked, askedBy } from "./asked.ts";

const textOf = (value: unknown): string | undefined =>
  typeof value === "string" && value !== "" ? value : undefined;

const recordOf = (value: unknown): Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value)
    ? value as Record<string, unknown>
    : {};

/** What the plugin tells about a permission. */
function askedIn(body: Record<string, unknown>): Asked | undefined {
  const permission = textOf(body.permission);
  if (permission === undefined) return undefined;
  const call = recordOf(body.call);
  const servers = Array.isArray(body.servers) ? body.servers : [];
  return {
    permission,
    metadata: recordOf(body.metadata),
    tool: textOf(call.tool),
    input: recordOf(call.input),
    directory: textOf(body.directory),
    servers: servers.filter((name) => typeof name === "string"),
  };
}

function permissionIn(body: Record<string, unknown>): HookEvent | undefined {
  const asked = askedIn(body);
  const found = asked && askedBy(asked);
  if (!found) return undefined;
  const session = textOf(body.session);
  const helper = textOf(body.helper);
  const call = textOf(recordOf(body.call).id);
  const { directory, ...request } = found;
  return {
    event: "permission",
    ...(session === undefined ? {} : { session }),
    // That panel shows the folder alone.
    ...(asked.permission === "external_directory" && { shownAs: "trust" }),
    request: {
      ...request,
      ...(helper === undefined ? {} : { helper }),
      ...(call === undefined ? {} : { call }),
    },
    ...(directory === undefined ? {} : { directory }),
  };
}

function callIn(body: Record<string, unknown>): HookEvent | undefined {
  const asked = askedIn(body);
  const found = asked && askedBy(asked);
  const id = textOf(recordOf(body.call).id);
  const outcomes: readonly unknown[] = ["approved", "denied"];
  if (!found || id === undefined || !outcomes.includes(body.outcome)) {
    return undefined;
  }
  const { kind, command, path } = found;
  const session = textOf(body.session);
  const call: RecordedCall = {
    id,
    kind,
    ...(command === undefined ? {} : { command }),
    ...(path === undefined ? {} : { path }),
    ...(textOf(body.helper) === undefined ? {} : { helper: true as const }),
    outcome: body.outcome as Outcome,
  };
  return {
    event: "call",
    ...(session === undefined ? {} : { session }),
    call,
  };
}

/**
 * Reads what orch's plugin in OpenCode reports.
 *
 * @param body What was sent, parsed from JSON. Anything can be in it.
 * @returns What it says; `undefined` when it is not whole.
 *
 * @example Usage
 * ```ts
 * import { readHook } from "./hook_read.ts";
 * import assert from "node:assert/strict";
 *
 * const event = readHook({
 *   event: "permission",
 *   session: "ses_1",
 *   permission: "bash",
 *   metadata: { command: "npm test" },
 *   call: { id: "call_1", tool: "bash", input: { command: "npm test" } },
 *   directory: "/src/shop",
 * });
 * assert.equal(event?.event === "permission" && event.request.command, "npm test");
 * ```
 */
export function readHook(body: unknown): HookEvent | undefined {
  const report = recordOf(body);
  const session = textOf(report.session);
  switch (report.event) {
    case "permission":
      return permissionIn(report);
    case "call":
      return callIn(report);
    case "session":
      return session === undefined ? undefined : { event: "session", session };
    case "prompt":
      return typeof report.text === "string"
        ? {
          event: "prompt",
          ...(session === undefined ? {} : { session }),
          text: report.text,
        }
        : undefined;
    case "turn-ended":
      return {
        event: "turn-ended",
        ...(session === undefined ? {} : { session }),
      };
    default:
      return undefined;
  }
}
