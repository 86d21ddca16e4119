/**
 * Compares what really ran with what the parser found.
 *
 * @module
 */
import { join, normalize } from "node:path/posix";
import type { ParsedLine, SimpleCommand, Word } from "../../lib/shell/mod.ts";
import type { Call, Run } from "./run_bash.ts";

/**
 * Lists what a run did that the parser did not foresee.
 *
 * @param line What the parser found.
 * @param run What happened.
 * @returns One sentence for each surprise, none if all was foreseen.
 */
export function surprises(line: ParsedLine, run: Run): string[] {
  const calls = run.calls.filter((call) =>
    !line.commands.some((command) => foresees(command, call))
  ).map((call) => `ran ${JSON.stringify(call.words)} in ${call.directory}`);
  const targets = line.commands.flatMap((command) =>
    command.redirects
      .filter((one) => one.operator.includes(">"))
      .map((one) => ({ command, target: one.target }))
  );
  const files = run.files.filter((file) =>
    !targets.some(({ command, target }) =>
      target.value === undefined || placesOf(command).length === 0 ||
      placesOf(command).some((place) =>
        resolve(place, target.value!) === resolve(run.directory, file)
      )
    )
  ).map((file) => `wrote ${file}`);
  return [...calls, ...files];
}

function foresees(command: SimpleCommand, call: Call): boolean {
  const places = placesOf(command);
  const [name, ...words] = call.words;
  if (isScript(command, call)) return true;
  // `time` is a stub wherever it is not installed.
  if (name === "time" && command.wrappers.includes("time")) return true;
  return command.name !== undefined &&
    (command.name.value === undefined || command.name.value === name) &&
    (places.length === 0 || places.includes(call.directory)) &&
    matches(command.arguments, words);
}

/** A shell looks for a script among the programs; the script is a stub then. */
function isScript(command: SimpleCommand, call: Call): boolean {
  if (!/^(ba|da|a)?sh$/.test(command.name?.value ?? "")) return false;
  const from = command.arguments.findIndex((word) =>
    word.value === call.words[0]
  );
  return from >= 0 && matches(command.arguments.slice(from), call.words);
}

function placesOf(command: SimpleCommand): readonly string[] {
  return command.directories ?? [];
}

function resolve(directory: string, path: string): string {
  return path.startsWith("/") ? normalize(path) : join(directory, path);
}

/** Whether words can come of a pattern in which dynamic ones stand for any. */
function matches(pattern: readonly Word[], words: readonly string[]): boolean {
  // Reachable positions in the words, after each word of the pattern.
  let reachable = new Set([0]);
  for (const { value } of pattern) {
    const next = new Set<number>();
    for (const at of reachable) {
      if (value === undefined) {
        for (let to = at; to <= words.length; to++) next.add(to);
      } else if (words[at] === value) {
        next.add(at + 1);
      }
    }
    reachable = next;
  }
  return reachable.has(words.length);
}
