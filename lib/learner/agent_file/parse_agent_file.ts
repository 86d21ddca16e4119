import { ExitCode, OrchError } from "../../errors/mod.ts";
import { findJsonFault } from "../../files/mod.ts";
import type { AgentFile } from "./agent_file.ts";
import { findProjectFault } from "./check_project.ts";
import { findRuleFault } from "./check_rule.ts";

/**
 * Reads the text of an agent's file.
 *
 * @param text The text.
 * @param path Where it stands, for errors. Absolute.
 * @returns What it says; files of earlier versions, which know neither `name`
 * nor `rules`, are completed.
 * @throws {OrchError} When it is not JSON (with line and column), or holds
 * anything with a fault.
 */
export function parseAgentFile(text: string, path: string): AgentFile {
  const json = text.replace(/^\ufeff/, "");
  let content: unknown;
  try {
    content = JSON.parse(json);
  } catch (error) {
    const place = findJsonFault(json);
    throw fault(
      path,
      place === undefined
        ? "is not JSON"
        : `is not JSON at line ${place.line}, column ${place.column}: ` +
          `${place.found} does not belong there`,
      `\${EDITOR:-vi} +${place?.line ?? 1} ${path}`,
      error,
    );
  }
  const file = content as Record<string, unknown> | null;
  if (typeof file !== "object" || file === null || Array.isArray(file)) {
    throw fault(path, "does not hold an object", edit(path));
  }
  complete(file, path);
  check(file, "name", path, (value) => typeof value === "string" && !!value);
  check(
    file,
    "kind",
    path,
    (value) => value === undefined || typeof value === "string",
  );
  check(file, "rules", path, (value) => Array.isArray(value));
  check(file, "projects", path, isObject);
  for (const [project, entry] of Object.entries(file["projects"] as object)) {
    const wrong = findProjectFault(entry);
    if (wrong === undefined) continue;
    const field = wrong.field === "" ? "" : `: ${wrong.field}`;
    throw fault(
      path,
      `has a fault in project ${project}${field} must be ${wrong.expected}`,
      edit(path),
    );
  }
  const seen = new Set<string>();
  for (const [index, rule] of (file["rules"] as unknown[]).entries()) {
    const wrong = findRuleFault(rule);
    const id = (rule as { id?: unknown } | null)?.id;
    const which = typeof id === "string" ? `rule ${id}` : `rule ${index + 1}`;
    if (wrong !== undefined) {
      const field = wrong.field === "" ? "" : `: ${wrong.field}`;
      throw fault(
        path,
        `has a fault in ${which}${field} must be ${wrong.expected}`,
        edit(path),
      );
    }
    if (seen.has(id as string)) {
      throw fault(path, `holds ${which} twice: id must be unique`, edit(path));
    }
    seen.add(id as string);
  }
  return file as unknown as AgentFile;
}

function check(
  file: Record<string, unknown>,
  field: string,
  path: string,
  holds: (value: unknown) => boolean,
): void {
  if (holds(file[field])) return;
  throw fault(path, `has a fault in its field "${field}"`, edit(path));
}

/** Adds what files of earlier versions do not know. */
function complete(file: Record<string, unknown>, path: string): void {
  const name = file["agent_name"] ??
    /\/\.claude-agent-([^/]+)\.json$/.exec(path)?.[1];
  for (
    const [field, preset] of [["name", name], ["rules", []], ["projects", {}]]
  ) {
    if (!Object.hasOwn(file, field as string)) file[field as string] = preset;
  }
}

function isObject(value: unknown): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function edit(path: string): string {
  return `\${EDITOR:-vi} ${path}`;
}

/**
 * Words what is wrong with an agent's file.
 *
 * @param path The file. Absolute.
 * @param what What is wrong, as what it is or does.
 * @param hint The next thing to type.
 * @param cause What was thrown, if anything was.
 * @returns The error.
 */
export function fault(
  path: string,
  what: string,
  hint: string,
  cause?: unknown,
): OrchError {
  return new OrchError(`The agent file ${path} ${what}`, {
    hint,
    exitCode: ExitCode.usage,
    cause,
  });
}
