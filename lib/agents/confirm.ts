import type { RecordedCall, Request } from "./agent.ts";
import { isDrawnOn } from "./drawn_on.ts";
import { mayBeUndrawn } from "./may_be_undrawn.ts";

/** Dialogs that ask for what a recorded call does. */
const confirmable = new Set(["command", "write", "edit", "read"]);

/**
 * Checks a dialog against the agent's own record of what it asks for.
 *
 * The screen alone cannot tell a wrapped row from one that ends in a newline,
 * nor show what a row's end has swallowed; the record has the exact call.
 *
 * @example Usage
 * ```ts
 * import { confirm } from "./confirm.ts";
 * import assert from "node:assert/strict";
 *
 * const read = {
 *   kind: "command",
 *   command: "echo a b",
 *   readings: ["echo a b", "echo a\nb"],
 *   complete: true,
 *   options: [],
 *   selected: undefined,
 *   fingerprint: "",
 *   evidence: [],
 * } as const;
 * const calls = [{ id: "1", kind: "command", command: "echo a\nb" }] as const;
 * assert.deepEqual(confirm(read, calls).readings, ["echo a\nb"]);
 * ```
 *
 * @param request The dialog as it was read.
 * @param calls What the agent's record holds.
 * @returns The request with the exact command, or incomplete where screen and
 * record differ; unchanged where the record says nothing. What is incomplete
 * stays so, unless only the rows' reading was in doubt.
 */
export function confirm(
  request: Request,
  calls: readonly RecordedCall[],
): Request {
  if (!confirmable.has(request.kind)) return request;
  const pending = calls.filter((call) =>
    call.outcome === undefined &&
    (call.helper === true) === (request.helper !== undefined)
  );
  if (pending.length === 0) return request;
  const fitting = pending.filter((call) => fits(request, call));
  const [call] = fitting;
  if (call === undefined) {
    return differing(request, "the screen and the agent's own record differ");
  }
  const different = new Set(
    fitting.map(({ command, path, directory }) =>
      JSON.stringify([command ?? path, directory])
    ),
  );
  if (different.size > 1) {
    return differing(request, "the agent's record fits more than one way");
  }
  if (pending.some((one) => !fitting.includes(one) && isUndrawn(one))) {
    return differing(request, "another call may be drawn like this one");
  }
  // All of it is visible, and the record says what the rows leave open.
  const settled = request.settledByRecord === true &&
    call.command !== undefined;
  const { incompleteBecause: _, settledByRecord: __, ...rest } = request;
  const { besides } = call;
  const known = settled ? { ...rest, complete: true } : request;
  return {
    ...(besides === undefined ? known : differing(known, besides)),
    call: call.id,
    ...(call.command !== undefined &&
      { command: call.command, readings: [call.command], told: true }),
    ...(call.path !== undefined && { path: call.path, told: true }),
    ...(call.directory !== undefined && { directory: call.directory }),
  };
}

function isUndrawn({ command, path }: RecordedCall): boolean {
  return mayBeUndrawn(command) || mayBeUndrawn(path);
}

function fits(request: Request, call: RecordedCall): boolean {
  if (call.kind !== request.kind) {
    // Writing over a file that is there may be shown as an edit.
    const files = new Set(["write", "edit"]);
    if (!files.has(call.kind) || !files.has(request.kind)) return false;
  }
  if (call.command !== undefined) {
    if (request.rows) return isDrawnOn(request.rows, call.command);
    const readings = request.readings ?? [request.command];
    const recorded = drawn(call.command);
    return readings.some((one) => one !== undefined && drawn(one) === recorded);
  }
  if (call.path === undefined || request.path === undefined) return false;
  // Paths near the project are shown without what leads to it.
  const shown = request.path.replace(/^(?:\.\.?\/|~\/)+/, "");
  return call.path === request.path || call.path.endsWith(`/${shown}`);
}

/** A text as far as a screen shows it: how wide its blanks are is lost. */
function drawn(text: string): string {
  return text.replaceAll(/[^\S\n]+/g, " ").replaceAll(/ ?\n ?/g, "\n").trim();
}

function differing(request: Request, incompleteBecause: string): Request {
  const { settledByRecord: _, ...rest } = request;
  return { ...rest, complete: false, incompleteBecause };
}
