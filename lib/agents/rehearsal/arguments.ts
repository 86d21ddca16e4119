import { ExitCode, OrchError } from "../../errors/mod.ts";

/** What the program of a rehearsal is told. */
export interface RehearseArguments {
  /** The script's file; unset: it only takes messages. */
  readonly script?: string;
  /** The folder to work in; unset: the current one. */
  readonly project?: string;
  /** The id of the conversation, under which it is recorded. */
  readonly session?: string;
  /** The id of an earlier conversation that is gone on with. */
  readonly resume?: string;
  /** The first message. */
  readonly prompt?: string;
  /** The file that says where to report to; unset: it reports nothing. */
  readonly hook?: string;
}

const names = [
  "script",
  "project",
  "session",
  "resume",
  "prompt",
  "hook",
] as const;

/**
 * Reads the program's arguments: `--script FILE`, `--project DIR`,
 * `--session ID`, `--resume ID`, and the first message, by `--prompt TEXT` or
 * alone.
 *
 * @param args The arguments.
 * @returns What they say.
 * @throws {OrchError} When they are not understood.
 */
export function parseArguments(args: readonly string[]): RehearseArguments {
  const found: Partial<Record<(typeof names)[number], string>> = {};
  const alone: string[] = [];
  for (let at = 0; at < args.length; at++) {
    const word = args[at] ?? "";
    const name = names.find((name) => word === `--${name}`);
    if (word === "--") {
      alone.push(...args.slice(at + 1));
      break;
    } else if (name) {
      const value = args[++at];
      if (value === undefined) throw wrong(`${word} lacks its value`);
      found[name] = value;
    } else if (word.startsWith("-")) throw wrong(`${word} is not known`);
    else alone.push(word);
  }
  if (alone.length > 0) found.prompt ??= alone.join(" ");
  return found;
}

function wrong(message: string): OrchError {
  return new OrchError(`rehearse: ${message}`, {
    hint: "orch rehearse -- --script FILE [--project DIR] [MESSAGE]",
    exitCode: ExitCode.usage,
  });
}
