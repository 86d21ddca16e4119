import {
  constructFromEvents,
  CORE_SCHEMA,
  type Event,
  parseEvents,
  YAMLException,
} from "js-yaml";
import { ExitCode, OrchError } from "../errors/mod.ts";
import { findPlaces, type Place, placeAt } from "./find_places.ts";
import type { PolicyFile } from "./policy_file.ts";
import { findFault } from "./schema.ts";

/** How deep a file may be nested. */
const deepest = 20;

/**
 * Reads a policy from YAML.
 *
 * Aliases are refused: a few of them can stand for more than fits in memory.
 *
 * @example Usage
 * ```ts
 * import { parsePolicy } from "./parse_policy.ts";
 * import assert from "node:assert/strict";
 *
 * const text = "allow:\n  - git push origin *\n";
 * assert.deepEqual(parsePolicy(text, "orch.yaml").allow, ["git push origin *"]);
 * assert.throws(
 *   () => parsePolicy("alow:\n  - git push\n", "orch.yaml"),
 *   /orch\.yaml:1:1: `alow` is not known; did you mean `allow`\?/,
 * );
 * ```
 *
 * @param text The file's text.
 * @param path The file, for messages.
 * @returns What it lays down.
 * @throws {OrchError} When it is not YAML or says something that is not known,
 * with line and column.
 */
export function parsePolicy(text: string, path: string): PolicyFile {
  const source = text.replace(/^\ufeff/, "");
  let events: Event[];
  let documents: unknown[];
  try {
    events = parseEvents(source, { maxDepth: deepest });
    documents = constructFromEvents(events, {
      source,
      schema: CORE_SCHEMA,
      maxAliases: 0,
    });
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const { mark, reason } = error;
    const at = { line: (mark?.line ?? 0) + 1, column: (mark?.column ?? 0) + 1 };
    throw fault(path, at, wordingOf(reason), error);
  }
  if (documents.length > 1) {
    throw fault(path, { line: 1, column: 1 }, "it holds several documents");
  }
  const content = documents[0] ?? {};
  const found = findFault(content);
  if (found !== undefined) {
    const places = findPlaces(events, source);
    throw fault(path, placeAt(places, found.path, found.atKey), found.message);
  }
  // A key with nothing after it says nothing.
  const said = Object.entries(content).filter(([, value]) => value !== null);
  return Object.fromEntries(said) as PolicyFile;
}

/** What the parser says, as a person who writes patterns understands it. */
function wordingOf(reason: string): string {
  if (/maxAliases/.test(reason)) return "aliases are not supported";
  if (/maxDepth|nesting/.test(reason)) return "it is nested too deep";
  if (/alias|mapping entry|reserved|scalar/.test(reason)) {
    return `${reason}; a pattern with \`*\`, \`:\`, \`#\` or quotes in it may ` +
      "need quotes around it";
  }
  return reason;
}

function fault(
  path: string,
  { line, column }: Place,
  message: string,
  cause?: unknown,
): OrchError {
  return new OrchError(`${path}:${line}:${column}: ${message}`, {
    hint: `\${EDITOR:-vi} +${line} ${path}`,
    exitCode: ExitCode.usage,
    cause,
  });
}
