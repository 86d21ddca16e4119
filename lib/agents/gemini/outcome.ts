import type { Outcome, Request, Screen } from "../agent.ts";
import { outcomeOn } from "../gemini_family/outcome.ts";
import * as wordings from "./wordings.ts";

/**
 * Tells from the screen after a dialog what was answered.
 *
 * @param request The dialog that is gone.
 * @param after The screen that follows it.
 * @returns `unknown` in doubt.
 */
export function outcome(request: Request, after: Screen): Outcome {
  return outcomeOn(request, after, wordings);
}
