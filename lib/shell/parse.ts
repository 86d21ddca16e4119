import { parse as parseSyntax } from "unbash";
import type { Opaque, ParsedLine } from "./command.ts";
import { hiddenCharacters, longestLine } from "./characters.ts";
import {
  type Frame,
  mostCommands,
  mostReadCommands,
  type Reading,
  refuse,
} from "./reading.ts";
import { startScope } from "./scope.ts";
import { readStatements } from "./statements.ts";
import { unknownVariables, variablesOf } from "./variables.ts";

/** What is known of the shell before the line runs. */
export interface ParseOptions {
  /** The directory the line runs in. Absolute path. */
  readonly directory?: string;
  /** The home directory of whoever runs it. Absolute path. */
  readonly home?: string;
  /** The folder of the repository that the directory is in. Absolute path. */
  readonly repository?: string;
}

/**
 * Takes a line of bash apart into every command that it can run.
 *
 * Commands are found in pipes, lists, groups, conditionals, loops, functions,
 * substitutions, arithmetic, here-documents, the arguments of programs that
 * run others (`xargs`, `env`, `timeout`, `find -exec`, `sudo`) and the literal
 * scripts of shells. What the text alone does not tell is opaque: nothing that
 * is opaque may be decided without a person. It never throws.
 *
 * @param text The line, which may span several lines.
 * @param options What is known before it runs.
 * @returns The commands, in order of appearance, and what is opaque.
 *
 * @example Usage
 * ```ts
 * import { parse } from "./mod.ts";
 * import assert from "node:assert/strict";
 *
 * const line = parse("cd web && timeout 60 npm test > $(mktemp)", {
 *   directory: "/src",
 * });
 * const names = line.commands.map((command) => command.name?.value);
 * assert.deepEqual(names, ["cd", "npm", "mktemp"]);
 * assert.deepEqual(line.commands[1]!.wrappers, ["timeout"]);
 * assert.equal(line.commands[1]!.directory, "/src/web");
 * assert.deepEqual(line.opaque, []);
 * ```
 */
export function parse(text: string, options: ParseOptions): ParsedLine {
  const opaque: Opaque[] = hiddenCharacters(text);
  if (text.length > longestLine) {
    opaque.push({
      reason: "more than 10,000 characters",
      text: text.slice(0, 200),
    });
    return { commands: [], sets: [], lists: [], opaque };
  }
  const reading: Reading = {
    commands: [],
    opaque,
    sets: new Set(),
    lists: [],
    written: { count: 0, choices: 0, pipes: 0 },
    again: false,
    variables: unknownVariables,
    readScript: readStatements,
    readText: (inner, frame, scope, into) => {
      opaque.push(...hiddenCharacters(inner));
      const script = parseSyntax(inner);
      const { isVolatile, keeps } = variablesOf(script);
      // What is in its environment may be anything.
      const variables = { ...unknownVariables, isVolatile, keeps };
      const home = frame.wrappers.some(changesHome) ||
          frame.assignments.some(({ name }) => name === "HOME")
        ? undefined
        : options.home;
      const { repository } = options;
      const started = startScope(scope.directories, home, keeps, repository);
      readStatements(script, frame, started, { ...into, variables });
    },
  };
  const frame: Frame = {
    source: text,
    contexts: ["top"],
    pipes: [],
    redirects: [],
    assignments: [],
    input: { kind: "inherited" },
    wrappers: [],
    dialect: "bash",
    depth: 0,
  };
  try {
    const script = parseSyntax(text);
    const variables = variablesOf(script);
    const scope = startScope(
      options.directory === undefined ? [] : [options.directory],
      options.home,
      variables.keeps,
      options.repository,
    );
    readStatements(script, frame, scope, { ...reading, variables });
  } catch {
    // Deep nesting exhausts the stack; whatever it was, it was not read whole.
    refuse(reading, "syntax that cannot be read", text);
  }
  if (
    reading.written.count > mostCommands ||
    reading.commands.length > mostReadCommands
  ) refuse(reading, `more than ${mostCommands} commands`, text);
  const { commands, sets, lists } = reading;
  return { commands, sets: [...sets], lists, opaque };
}

/** Whether a program may start another with a home of its own. */
function changesHome(wrapper: string): boolean {
  return /^(g?env|sudo|doas|exec)$/.test(wrapper);
}
