import { OrchError } from "../errors/mod.ts";

/**
 * Words an error for people: what failed, then the next thing to type.
 *
 * Anything that is not an {@linkcode OrchError} is orch's own fault, so its
 * stack is shown.
 *
 * @param error What was thrown.
 * @returns One or more lines.
 */
export function errorText(error: unknown): string {
  if (error instanceof OrchError) {
    return error.hint === undefined
      ? `orch: ${error.message}`
      : `orch: ${error.message}\n  try: ${error.hint}`;
  }
  if (error instanceof Deno.errors.NotCapable) {
    return `orch: ${error.message}\n` +
      "  try: the permissions listed in the README";
  }
  if (error instanceof Error) return `orch: ${error.stack ?? error.message}`;
  return `orch: ${String(error)}`;
}
