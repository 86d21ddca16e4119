import type { RequestKind } from "../agent.ts";
import {
  alwaysEditLabel,
  alwaysLabel,
  denyLabel,
  distrustLabel,
  onceLabel,
  trustLabel,
} from "./wordings.ts";

/** A dialog, before it is drawn. */
export interface Dialog {
  /** What it asks for. */
  readonly kind: RequestKind;
  /** The first row. */
  readonly title: string;
  /** The path it is about, shown whole under the title. */
  readonly path?: string;
  /** What it is for, in the agent's words. */
  readonly description?: string;
  /** What would be done, shown between the dotted rules. */
  readonly body?:
    | {
      /** A command. */
      readonly kind: "command";
      /** Its exact text. */
      readonly command: string;
    }
    | {
      /** Lines of a file, each with its sign: ` ` stays, `+` and `-` change. */
      readonly kind: "lines";
      /** The lines. */
      readonly lines: readonly string[];
    };
  /** The question above the options. */
  readonly question: string;
  /** The options' words, in order. */
  readonly options: readonly string[];
  /** Whether the options have numbers. */
  readonly numbered: boolean;
}

/** How a dialog about a command may differ from the usual one. */
export interface CommandDialogOptions {
  /** What the command is for. */
  readonly description?: string | undefined;
  /** What "don't ask again" would cover; false leaves the row out. */
  readonly always?: string | false | undefined;
  /** Whether the options have numbers. */
  readonly numbered?: boolean | undefined;
}

/**
 * Says what "don't ask again" would cover for a command.
 *
 * @param command The command.
 * @returns A pattern such as `npm test *`, or `undefined` when the command
 *   holds more than one simple one.
 */
export function patternOf(command: string): string | undefined {
  if (/[\n;&|<>$`()#*?{}]/.test(command)) return undefined;
  const [program, second] = command.trim().split(/\s+/);
  if (program === undefined || !/^[\w./-]+$/.test(program)) return undefined;
  const subcommand = second !== undefined && /^[a-z][a-z-]*$/.test(second);
  return subcommand ? `${program} ${second} *` : `${program} *`;
}

/**
 * Makes the dialog that asks for a command.
 *
 * @param command The exact command.
 * @param options How it differs from the usual one.
 * @returns The dialog.
 */
export function commandDialog(
  command: string,
  options: CommandDialogOptions = {},
): Dialog {
  const pattern = options.always === false
    ? undefined
    : options.always ?? patternOf(command);
  return {
    kind: "command",
    title: "Run command",
    ...(options.description === undefined
      ? {}
      : { description: options.description }),
    body: { kind: "command", command },
    question: "Do you want to proceed?",
    options: [
      onceLabel,
      ...(pattern === undefined
        ? []
        : [alwaysLabel + pattern.replace(/\s+/g, " ").trim()]),
      denyLabel,
    ],
    numbered: options.numbered ?? true,
  };
}

/**
 * Makes the dialog that asks for writing a file.
 *
 * @param path The path as asked for.
 * @param text What the file would hold.
 * @param exists Whether the file is there already.
 * @param numbered Whether the options have numbers.
 * @returns The dialog.
 */
export function writeDialog(
  path: string,
  text: string,
  exists: boolean,
  numbered = true,
): Dialog {
  const lines = text.endsWith("\n") ? text.slice(0, -1) : text;
  return {
    kind: "write",
    title: exists ? "Overwrite file" : "Create file",
    path,
    body: { kind: "lines", lines: lines.split("\n").map((l) => "+" + l) },
    question: `Do you want to ${exists ? "overwrite" : "create"} this file?`,
    options: [onceLabel, alwaysEditLabel, denyLabel],
    numbered,
  };
}

/**
 * Makes the dialog that asks for changing a part of a file.
 *
 * @param path The path as asked for.
 * @param from The part that would go.
 * @param to What would stand there instead.
 * @param numbered Whether the options have numbers.
 * @returns The dialog.
 */
export function editDialog(
  path: string,
  from: string,
  to: string,
  numbered = true,
): Dialog {
  return {
    kind: "edit",
    title: "Edit file",
    path,
    body: {
      kind: "lines",
      lines: [
        ...from.split("\n").map((line) => "-" + line),
        ...to.split("\n").map((line) => "+" + line),
      ],
    },
    question: "Do you want to make this edit?",
    options: [onceLabel, alwaysEditLabel, denyLabel],
    numbered,
  };
}

/**
 * Makes the dialog that asks whether the folder can be trusted.
 *
 * @param project The folder.
 * @returns The dialog.
 */
export function trustDialog(project: string): Dialog {
  return {
    kind: "trust",
    title: "Trust this folder",
    path: project,
    question: "Is this a folder you made or one you trust?",
    options: [distrustLabel, trustLabel],
    numbered: false,
  };
}

/**
 * Makes a dialog that asks a person something.
 *
 * @param question The question.
 * @param choices The possible answers.
 * @param numbered Whether the answers have numbers.
 * @returns The dialog.
 */
export function questionDialog(
  question: string,
  choices: readonly string[],
  numbered = true,
): Dialog {
  return {
    kind: "question",
    title: "Question",
    question,
    options: choices,
    numbered,
  };
}
