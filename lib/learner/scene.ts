import type { SimpleCommand } from "../shell/mod.ts";
import type { World } from "./place.ts";
import type { UserTools } from "./user_tools.ts";

/** What a tool's judge knows besides its words. */
export interface Scene extends World {
  /** The directory the command runs in, if that can be told. */
  readonly directory: string | undefined;
  /** Where the command's input comes from. */
  readonly input: SimpleCommand["input"];
  /**
   * Whether `{}` and `…` stand for files that `find` or the like names, inside
   * the folder that it was given.
   */
  readonly named: boolean;
  /** What people say of tools. */
  readonly tools?: UserTools | undefined;
}
