import { ExitCode, OrchError } from "../../errors/mod.ts";
import { findJsonFault } from "../../files/mod.ts";

/** One command of a trace. */
export interface TraceLine {
  /** When it was asked for, in milliseconds since 1970. */
  readonly at: number;
  /** The name of the project it was asked for in. */
  readonly project: string;
  /** What names the session it was asked for in; empty if nothing does. */
  readonly session: string;
  /** The folder it was to run in, as the trace has it. */
  readonly directory: string | undefined;
  /** The command. */
  readonly command: string;
  /** Why a careful person would stop there; empty if nobody would. */
  readonly danger: string;
}

/**
 * Reads a trace: a JSON object a line, with the keys `t` (ISO 8601),
 * `project`, `cmd`, and, where they are known, `session`, `cwd` and `danger`.
 *
 * @example Usage
 * ```ts
 * import { parseTrace } from "./trace.ts";
 * import assert from "node:assert/strict";
 *
 * const [line] = parseTrace(
 *   '{"t":"2026-03-01T09:00:00Z","project":"web","cmd":"npm test"}\n',
 *   "web.jsonl",
 * );
 * assert.equal(line?.command, "npm test");
 * ```
 *
 * @param text The trace.
 * @param file Its name, for errors.
 * @returns Its lines, in order. Empty lines are left out.
 * @throws {OrchError} With line and column when one is not JSON, with line and
 * key when it lacks something.
 */
export function parseTrace(text: string, file: string): TraceLine[] {
  return text.split("\n").flatMap((line, index) =>
    line.trim() === "" ? [] : [lineOf(line, `${file}:${index + 1}`)]
  );
}

function lineOf(line: string, place: string): TraceLine {
  let row: unknown;
  try {
    row = JSON.parse(line);
  } catch (error) {
    const found = findJsonFault(line);
    throw fault(
      found === undefined
        ? `${place} is not JSON`
        : `${place}:${found.column} is not JSON: ${found.found} does not ` +
          "belong there",
      error,
    );
  }
  if (typeof row !== "object" || row === null || Array.isArray(row)) {
    throw fault(`${place} is not a JSON object`);
  }
  const fields = row as Record<string, unknown>;
  const text = (key: string): string => {
    const value = fields[key];
    if (typeof value === "string") return value;
    throw fault(`${place} has no text for "${key}"`);
  };
  const optional = (key: string): string | undefined => {
    const value = fields[key];
    return value === undefined || value === null ? undefined : text(key);
  };
  const at = Date.parse(text("t"));
  if (Number.isNaN(at)) {
    throw fault(`${place} has no time in "t": ${JSON.stringify(text("t"))}`);
  }
  return {
    at,
    project: text("project"),
    command: text("cmd"),
    session: typeof fields["session"] === "string" ? fields["session"] : "",
    directory: optional("cwd"),
    danger: optional("danger") ?? "",
  };
}

function fault(what: string, cause?: unknown): OrchError {
  return new OrchError(what, {
    hint: '{"t": "2026-03-01T09:00:00Z", "project": "web", "cmd": "npm test"}',
    exitCode: ExitCode.usage,
    cause,
  });
}
