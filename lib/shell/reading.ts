import type { CompoundList, ParsedScript } from "unbash";
import type {
  Assignment,
  Context,
  Opaque,
  PipePlace,
  Redirect,
  SimpleCommand,
  Word,
} from "./command.ts";
import type { Constant, Constants } from "./constants.ts";
import type { Variables } from "./variables.ts";

/** The most commands a line may hold before it is refused as a whole. */
export const mostCommands = 40;

/** The most commands that may come of reading them with different values. */
export const mostReadCommands = 400;

/** Which shell will run the text: their grammars differ in what is a command. */
export type Dialect = "bash" | "posix";

/** Where a command's input comes from, and its text when that is known. */
export interface Input {
  /** As in {@linkcode SimpleCommand.input}. */
  readonly kind: SimpleCommand["input"];
  /** The text, when a here-document or here-string is all there is. */
  readonly body?: Word | undefined;
  /** What each line of it may be, which may end with a NUL instead. */
  readonly lines?:
    | ((zeros: boolean) => readonly Constant[] | undefined)
    | undefined;
}

/** A redirect and where its target is looked for. */
export interface PlacedRedirect {
  /** The redirect. */
  readonly redirect: Redirect;
  /** The directories of the shell that opens it, as in {@linkcode Scope}. */
  readonly directories: readonly string[];
}

/** What a piece of a line is nested in. */
export interface Frame {
  /** The text that positions refer to. */
  readonly source: string;
  /** What the piece is nested in, outermost first. */
  readonly contexts: readonly Context[];
  /** Its place in the pipes around it, outermost first. */
  readonly pipes: readonly PipePlace[];
  /** Redirects of the groups around. */
  readonly redirects: readonly PlacedRedirect[];
  /** Variables that a shell around was started with. */
  readonly assignments: readonly Assignment[];
  /** What commands read unless they say otherwise. */
  readonly input: Input;
  /** Programs peeled off around. */
  readonly wrappers: readonly string[];
  /** The grammar of the shell that runs the piece. */
  readonly dialect: Dialect;
  /** How many shells are started inside each other around the piece. */
  readonly depth: number;
}

/** What is known of the shell at one moment of its run. */
export interface Scope {
  /**
   * The working directories it may have, likeliest first: two after a `cd`
   * that may have failed, none if it cannot be told.
   */
  readonly directories: readonly string[];
  /** Variables of which every value that they may have is known. */
  readonly constants: Constants;
  /** The folder of the repository, if that is known. */
  readonly repository?: string | undefined;
}

/** A scope in which nothing is known. */
export const unknownScope: Scope = {
  directories: [],
  constants: new Map(),
};

/**
 * What is known after something ran, if it succeeded and if it failed.
 *
 * `undefined` means that the shell never gets there, as after `exit`.
 */
export interface Flow {
  /** The scope after success. */
  readonly success: Scope | undefined;
  /** The scope after failure. */
  readonly failure: Scope | undefined;
}

/** What is collected while a line is read. */
export interface Reading {
  /** The commands found so far. */
  readonly commands: SimpleCommand[];
  /** What could not be told so far. */
  readonly opaque: Opaque[];
  /** Variables that are set by other than commands and assignments. */
  readonly sets: Set<string>;
  /** Words that a loop goes through. */
  readonly lists: Word[];
  /**
   * How many commands the text holds so far, and how many times more than once
   * any were read, and how many pipes.
   */
  readonly written: { count: number; choices: number; pipes: number };
  /** Whether what is read was read before, with other values or on trial. */
  readonly again: boolean;
  /** What the script being read says about its variables. */
  readonly variables: Variables;
  /** Reads a script that was parsed already. */
  readonly readScript: (
    script: ParsedScript | CompoundList,
    frame: Frame,
    scope: Scope,
    reading: Reading,
  ) => Flow;
  /** Parses and reads the text another shell is given. */
  readonly readText: (
    text: string,
    frame: Frame,
    scope: Scope,
    reading: Reading,
  ) => void;
}

/**
 * Notes something that cannot be told from the text.
 *
 * @param reading What is collected.
 * @param reason A short phrase.
 * @param text The text it is about.
 */
export function refuse(reading: Reading, reason: string, text: string): void {
  const known = reading.opaque.some((one) =>
    one.reason === reason && one.text === text
  );
  if (!known) reading.opaque.push({ reason, text });
}

/**
 * A frame one level further in.
 *
 * @param frame The frame around.
 * @param context What is entered.
 * @returns The inner frame.
 */
export function within(frame: Frame, context: Context): Frame {
  return { ...frame, contexts: [...frame.contexts, context] };
}
