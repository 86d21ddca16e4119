/** What is wrong with a project's entry that was read from a file. */
export interface ProjectFault {
  /** The field, such as `deny`; empty for the entry itself. */
  readonly field: string;
  /** What it must be. */
  readonly expected: string;
}

/**
 * Checks that a value read from a file is what an agent's file says of a
 * project.
 *
 * What a person has denied must not be lost for being written in another way,
 * so that the lists of patterns are checked. Fields it does not know are left
 * alone.
 *
 * @param value The value.
 * @returns The first fault, `undefined` if there is none.
 */
export function findProjectFault(value: unknown): ProjectFault | undefined {
  if (!isRecord(value)) return { field: "", expected: "an object" };
  for (const field of ["autoApproveCommands", "unconfirmedCommands"]) {
    if (value[field] !== undefined && !isRecord(value[field])) {
      return { field, expected: "an object" };
    }
  }
  for (const field of ["allow", "ask", "deny"]) {
    const list = value[field];
    if (list === undefined) continue;
    const texts = Array.isArray(list) &&
      list.every((pattern) => typeof pattern === "string");
    if (!texts) return { field, expected: "a list of patterns" };
  }
  return undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
