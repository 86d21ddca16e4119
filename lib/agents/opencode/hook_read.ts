import type { HookEvent, Outcome } from "../agent.ts";
import { given, isObject, type Json, textOf } from "../json.ts";
import { type Asked, askedBy } from "./asked.ts";

const objectOf = (value: unknown): Json => isObject(value) ? value : {};

/** What the plugin tells about a permission. */
function askedIn(body: Json): Asked | undefined {
  const permission = textOf(body.permission);
  if (permission === undefined) return undefined;
  const call = objectOf(body.call);
  const servers = Array.isArray(body.servers) ? body.servers : [];
  return {
    permission,
    metadata: objectOf(body.metadata),
    tool: textOf(call.tool),
    input: objectOf(call.input),
    directory: textOf(body.directory),
    servers: servers.filter((name) => typeof name === "string"),
  };
}

function permissionIn(body: Json): HookEvent | undefined {
  const asked = askedIn(body);
  const found = asked && askedBy(asked);
  if (!found) return undefined;
  const { directory, ...request } = found;
  return {
    event: "permission",
    ...given({ session: textOf(body.session), directory }),
    // That panel shows the folder alone.
    ...(asked.permission === "external_directory" && { shownAs: "trust" }),
    request: {
      ...request,
      ...given({
        helper: textOf(body.helper),
        call: textOf(objectOf(body.call).id),
      }),
    },
  };
}

function callIn(body: Json): HookEvent | undefined {
  const asked = askedIn(body);
  const found = asked && askedBy(asked);
  const id = textOf(objectOf(body.call).id);
  const outcomes: readonly unknown[] = ["approved", "denied"];
  if (!found || id === undefined || !outcomes.includes(body.outcome)) {
    return undefined;
  }
  const { kind, command, path, url, query, server, tool, input } = found;
  const helper = textOf(body.helper) === undefined ? undefined : true as const;
  return {
    event: "call",
    ...given({ session: textOf(body.session) }),
    call: {
      id,
      kind,
      ...given({ command, path, url, query, server, tool, input, helper }),
      outcome: body.outcome as Outcome,
    },
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
  const report = objectOf(body);
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
        ? { event: "prompt", ...given({ session }), text: report.text }
        : undefined;
    case "turn-ended":
      return { event: "turn-ended", ...given({ session }) };
    default:
      return undefined;
  }
}
