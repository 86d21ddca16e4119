import type { DecideContext, JudgedRequest } from "./request.ts";

/** A home for tests. */
export const home = "/home/dev";

/** A project for tests. */
export const project = "/home/dev/web";

/**
 * A request for a command.
 *
 * @param command The command.
 * @returns The request.
 */
export function asked(command: string): JudgedRequest {
  return { kind: "command", command, complete: true };
}

/**
 * What a decision rests on, in a test.
 *
 * @param changes What differs from an assisted agent that knows nothing.
 * @returns The context.
 */
export function contextWith(
  changes: Partial<DecideContext> = {},
): DecideContext {
  return {
    project,
    home,
    autonomy: "assisted",
    rules: [],
    now: Date.parse("2026-03-01T09:00:00Z"),
    ...changes,
  };
}
