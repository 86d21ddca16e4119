import type { Reply, Turn } from "./turn.ts";

/** A request's body, parsed. */
// deno-lint-ignore no-explicit-any -- every API has its own, and none is checked
export type Body = any;

/** Something an agent sent to the model. */
export type Said =
  | { readonly prompt: string }
  | {
    /** The id of the call that this is the result of. */
    readonly result: string;
    readonly text: string;
    readonly failed: boolean;
  };

/** How one vendor's API is spoken. */
export interface Dialect {
  /** The name that ids of calls begin with. */
  readonly callPrefix: string;
  /**
   * Answers what is asked beside the conversation: lists of models, titles,
   * counts. These use up no turn.
   *
   * @param path The request's path.
   * @param body The request's body.
   * @returns The answer; `undefined` when a turn is asked for.
   */
  aside(path: string, body: Body): Response | undefined;
  /**
   * Finds what the person and the tools said, oldest first.
   *
   * @param body The request's body.
   */
  said(body: Body): readonly Said[];
  /**
   * Answers with what the model says.
   *
   * @param path The request's path.
   * @param body The request's body.
   * @param reply What it says.
   */
  reply(path: string, body: Body, reply: Reply): Response;
  /**
   * Words an error as the API does.
   *
   * @param error The error.
   */
  failure(error: NonNullable<Turn["error"]>): Readonly<Record<string, unknown>>;
}
