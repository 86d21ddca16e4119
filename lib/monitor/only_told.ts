import type { Agent, Request } from "../agents/mod.ts";

/** What is answered by what it says, and could say something else. */
const exact = new Set(["command", "write", "edit", "read"]);

/**
 * Holds back a command or a file that only the screen tells, where that does
 * not draw all of it: what a person or orch would answer could be another one.
 *
 * @example Usage
 * ```ts
 * import { onlyTold } from "./only_told.ts";
 * import { rehearsal } from "../agents/mod.ts";
 * import assert from "node:assert/strict";
 *
 * const agent = { ...rehearsal, hides: "tabs" };
 * const request = {
 *   kind: "command",
 *   command: "find . -name x-delete",
 *   complete: true,
 *   options: [],
 *   selected: undefined,
 *   fingerprint: "",
 *   evidence: [],
 * } as const;
 * assert.equal(onlyTold(agent, request).complete, false);
 * assert.equal(onlyTold(agent, { ...request, told: true }).complete, true);
 * assert.equal(onlyTold(rehearsal, request).complete, true);
 * ```
 *
 * @param agent The kind of agent that asks.
 * @param request The request, after its record and its hooks were asked.
 * @returns The request; incomplete where nobody has told what it is for.
 */
export function onlyTold(agent: Agent, request: Request): Request {
  const { hides } = agent;
  if (hides === undefined || !exact.has(request.kind)) return request;
  if (request.told || !request.complete) return request;
  return {
    ...request,
    complete: false,
    incompleteBecause: `its dialog does not draw ${hides}, ` +
      "and neither the agent's record nor a hook tells " +
      (request.kind === "command" ? "the command" : "the file"),
  };
}
