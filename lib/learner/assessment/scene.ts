import type { SimpleCommand, Word } from "../../shell/mod.ts";
import type { Judged } from "./judgement.ts";
import type { World } from "../places/mod.ts";
import type { UserTools } from "./user_tools.ts";

/**
 * Gives the names in a folder, none if there is no such folder, `undefined` if
 * they cannot be seen.
 */
export type Entries = (absolutePath: string) => readonly string[] | undefined;

/** What a tool's judge knows besides its words. */
export interface Scene extends World {
  /** The directory the command runs in, if that can be told. */
  readonly directory: string | undefined;
  /** Where the command's input comes from. */
  readonly input: SimpleCommand["input"];
  /** The text that the command is fed, if that is all of its input. */
  readonly fed?: Word | undefined;
  /** The names in a folder; none if there is no such folder. */
  readonly entries?: Entries | undefined;
  /** Whether the agent made a file or folder itself. */
  readonly made?: ((absolutePath: string) => boolean) | undefined;
  /** Whether a file was built from the project's code, and is as it was. */
  readonly built?: ((absolutePath: string) => boolean) | undefined;
  /** Every text that a script may hold; `undefined` if that cannot be told. */
  readonly scriptTexts?: (
    absolutePath: string,
  ) => readonly string[] | undefined;
  /**
   * Judges the commands of a shell script, by its text and the folder that it
   * runs in; unset inside such a script.
   */
  readonly judgeScript?:
    | ((text: string, directory: string) => readonly Judged[])
    | undefined;
  /**
   * Whether `{}` and `…` stand for files that `find` or the like names, inside
   * the folder that it was given.
   */
  readonly named: boolean;
  /** What people say of tools. */
  readonly tools?: UserTools | undefined;
}
