import type { DialectName } from "./model/dialects.ts";
import type { ToolCall } from "./model/turn.ts";

/** Where a client is started, and as what. */
export interface LabPlace {
  /** The client's HOME. */
  readonly home: string;
  /** The folder it works in. */
  readonly project: string;
  /** The id its conversation is to have, where it takes one. */
  readonly session: string;
  /** The release. */
  readonly version: string;
  /** The loopback address of the model, without a path. */
  readonly model: string;
  /** Whether the project counts as trusted. */
  readonly trusted: boolean;
  /** What the user's settings hold besides what the lab needs. */
  readonly settings: Readonly<Record<string, unknown>>;
}

/** What the lab has to know about a real client. */
export interface Client {
  /** The kind of agent it is, as orch names it. */
  readonly kind: string;
  /** Its package on npm. */
  readonly package: string;
  /** Its program. */
  readonly program: string;
  /** The release that the tests run against. */
  readonly version: string;
  /** The API it speaks. */
  readonly dialect: DialectName;
  /**
   * How long its screen has not changed, in milliseconds, when its composer
   * takes an Enter; 200 if unset.
   */
  readonly quiet?: number;
  /** Command lines that it runs of its own accord, and no model asks for. */
  readonly ownCommands?: RegExp;
  /**
   * Says what stands in its HOME before it starts, by path below it.
   *
   * @param place Where it is started.
   */
  files(place: LabPlace): Readonly<Record<string, string>>;
  /**
   * Says what it is told by its environment, besides HOME, PATH and the like.
   *
   * @param place Where it is started.
   */
  environment(place: LabPlace): Readonly<Record<string, string>>;
  /**
   * Says with what arguments it is started, unless a test says otherwise.
   *
   * @param place Where it is started.
   */
  arguments(place: LabPlace): readonly string[];
  /**
   * Tells whether a dialog might be open, by a sign that is no less than what
   * a dialog shows: nothing is typed while there is one.
   *
   * @param plain The screen without escapes.
   * @param escaped The screen with escapes.
   */
  mayAsk(plain: string, escaped: string): boolean;
  /**
   * Tells whether its composer waits for a prompt.
   *
   * @param plain The screen without escapes.
   * @param escaped The screen with escapes.
   */
  isIdle(plain: string, escaped: string): boolean;
  /**
   * The call by which its model runs a command, so that it asks first.
   *
   * @param command The command.
   * @param description What the model says it is for.
   */
  command(command: string, description?: string): ToolCall;
}
