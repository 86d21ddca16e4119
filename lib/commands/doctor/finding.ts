import { OrchError } from "../../errors/mod.ts";

/** One thing that was checked. */
export interface Finding {
  /** What was checked. */
  readonly name: string;
  /** Whether orch can work with it. */
  readonly ok: boolean;
  /** What was found. */
  readonly detail: string;
  /** What to do about it; with `ok`, it is worth a look. */
  readonly hint?: string;
}

/**
 * Checks one thing.
 *
 * @param name What is checked.
 * @param look Looks; what it throws as an {@linkcode OrchError} is the finding.
 * @returns The finding.
 */
export async function check(
  name: string,
  look: () => string | Promise<string>,
): Promise<Finding> {
  try {
    return { name, ok: true, detail: await look() };
  } catch (error) {
    if (!(error instanceof OrchError)) throw error;
    return {
      name,
      ok: false,
      detail: error.message,
      ...(error.hint !== undefined && { hint: error.hint }),
    };
  }
}
