import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import {
  packageFile,
  scriptRunners,
  type TaskFiles,
  taskFiles,
} from "./tables/task_files.ts";

/** A task of the project that a command runs by its name. */
export interface Task {
  /** The program that runs it. */
  readonly runner: string;
  /** The names of the tasks, or of the scripts of a package. */
  readonly names: readonly string[];
  /** Where the runner starts. Absolute. */
  readonly directory: string;
}

/** Where the files of tasks are read from. */
export interface TaskPlace {
  /** The project, above which no file is looked for. Absolute. */
  readonly project: string;
  /** Reads a file. */
  readonly text: (absolutePath: string) => string | undefined;
}

/**
 * Names what a task does: equal as long as the text behind its name is the
 * same.
 *
 * Of a package's scripts these are the script itself, what runs before and
 * after it, and the scripts that these name; of everything else the whole file
 * that holds the task.
 *
 * @param task The task.
 * @param place Where it is looked for.
 * @returns The name of its content.
 *
 * @example Usage
 * ```ts
 * import { taskPrint } from "./task_print.ts";
 * import assert from "node:assert/strict";
 *
 * const task = { runner: "npm", names: ["build"], directory: "/web" };
 * const at = (build: string) => ({
 *   project: "/web",
 *   text: () => JSON.stringify({ version: Math.random(), scripts: { build } }),
 * });
 * assert.equal(taskPrint(task, at("tsc")), taskPrint(task, at("tsc")));
 * assert.notEqual(taskPrint(task, at("tsc")), taskPrint(task, at("sh x")));
 * ```
 */
export function taskPrint(task: Task, place: TaskPlace): string {
  const own = Object.hasOwn(taskFiles, task.runner)
    ? taskFiles[task.runner]
    : undefined;
  const texts = findTexts(own ?? packageFile, task.directory, place);
  const content = own === undefined && texts.length > 0
    ? scriptsOf(texts[0]!, task.names)
    : texts;
  return bytesToHex(sha256(utf8ToBytes(JSON.stringify(content)))).slice(0, 32);
}

function findTexts(
  { files, upward }: TaskFiles,
  directory: string,
  { project, text }: TaskPlace,
): string[] {
  let folder = directory;
  while (folder === project || folder.startsWith(`${project}/`)) {
    const texts = files.map((file) => text(`${folder}/${file}`))
      .filter((one) => one !== undefined);
    if (texts.length > 0 || !upward) return texts;
    folder = folder.slice(0, folder.lastIndexOf("/"));
  }
  return [];
}

/** The scripts that run under some names, as far as their text tells. */
function scriptsOf(text: string, names: readonly string[]): unknown {
  const scripts = readScripts(text);
  if (scripts === undefined) return text;
  const reached = new Map<string, unknown>();
  const pending = names.flatMap(withHooks);
  while (pending.length > 0) {
    const name = pending.pop()!;
    if (reached.has(name) || !Object.hasOwn(scripts, name)) continue;
    const script = scripts[name];
    reached.set(name, script);
    if (typeof script !== "string") continue;
    const mentioned = scriptRunners.test(script)
      ? Object.keys(scripts)
      : script.split(/[^\w:.@/-]+/);
    pending.push(...mentioned.flatMap(withHooks));
  }
  return [...reached].sort(([one], [other]) => one < other ? -1 : 1);
}

function withHooks(name: string): string[] {
  return [`pre${name}`, name, `post${name}`];
}

function readScripts(text: string): Record<string, unknown> | undefined {
  try {
    const scripts = (JSON.parse(text) as { scripts?: unknown } | null)?.scripts;
    if (scripts === undefined) return {};
    return typeof scripts === "object" && scripts !== null
      ? scripts as Record<string, unknown>
      : undefined;
  } catch {
    return undefined;
  }
}
