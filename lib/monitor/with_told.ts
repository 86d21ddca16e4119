import type { Request } from "../agents/mod.ts";

/**
 * Puts what a hook has told into its dialog.
 *
 * @param dialog The dialog.
 * @param told What the hook has told.
 * @returns The dialog, with the exact command.
 */
export function exact(dialog: Request, told: Request): Request {
  const { command, path, call, directory } = told;
  const { url, query, server, tool, input } = told;
  const settled = dialog.settledByRecord === true && command !== undefined;
  const { incompleteBecause: _, settledByRecord: __, ...rest } = dialog;
  return {
    ...(settled ? { ...rest, complete: true } : dialog),
    ...(command !== undefined && { command, readings: [command] }),
    ...(told.told && { told: true }),
    ...(path !== undefined && { path }),
    ...(url !== undefined && { url }),
    ...(query !== undefined && { query }),
    ...(server !== undefined && { server }),
    ...(tool !== undefined && { tool }),
    ...(input !== undefined && { input }),
    ...(call !== undefined && { call }),
    ...(directory !== undefined && { directory }),
  };
}

/**
 * Holds a dialog that a hook has told against the agent's own record.
 *
 * @param told The dialog, with what the hook has told.
 * @param confirmed The same, after the record was asked.
 * @returns The dialog, incomplete where the two say different things.
 */
export function withBoth(told: Request, confirmed: Request): Request {
  return told.command === confirmed.command ? confirmed : differing(confirmed);
}

/**
 * Gives a dialog to a person, because its hook told something else.
 *
 * @param request The dialog.
 * @returns The same, incomplete.
 */
export function differing(request: Request): Request {
  const { settledByRecord: _, ...rest } = request;
  return {
    ...rest,
    complete: false,
    incompleteBecause: "the screen and what the agent's hook told differ",
  };
}
