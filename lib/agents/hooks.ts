import type { RecordedCall } from "./records.ts";
import type { Request, RequestKind } from "./request.ts";

/** Where an agent's hooks report to. */
export interface HookAddress {
  /** The address for this agent, on loopback. */
  readonly url: string;
  /** Proves that a report comes from this agent; sent as a bearer token. */
  readonly secret: string;
}

/** What {@linkcode Hooks.install} is told. */
export interface HookOptions {
  /** The agent's name. */
  readonly name: string;
  /** The home directory of the person who runs the agent. */
  readonly home: string;
  /** The folder the agent works in. Absolute. */
  readonly project: string;
  /** A folder of orch's own for this agent's files. Absolute, private. */
  readonly folder: string;
  /** A folder for its configuration, instead of the person's own. Absolute. */
  readonly isolate?: string;
  /** The installed version, if it is known. */
  readonly version?: string;
  /**
   * Set when the agent's environment sends its requests through a proxy, which
   * reports must not take.
   */
  readonly proxied?: true;
  /** Where to report to. */
  readonly address: HookAddress;
}

/** A file that hooks need: orch's own, or entries in one of the person's. */
export interface HookFile {
  /** Where it is. Absolute. */
  readonly path: string;
  /** Set when all of it is orch's: one that is there is somebody else's. */
  readonly own?: true;
  /**
   * Adds what the hooks need, once, and keeps all else.
   *
   * @param text The file as it is; `undefined` when there is none.
   * @returns The file as it is to be.
   * @throws {OrchError} When the file is broken, with line and column.
   */
  add(text: string | undefined): string;
  /**
   * Takes out what {@linkcode add} has put there, and nothing else.
   *
   * @param text The file as it is.
   * @returns The file as it is to be; `undefined` when nothing is left of it.
   */
  remove(text: string): string | undefined;
}

/** What makes an agent report. */
export interface HookInstallation {
  /** Arguments for its program. */
  readonly arguments: readonly string[];
  /** Variables for its program. */
  readonly environment: Readonly<Record<string, string>>;
  /** Files that must be there before it starts; written with mode 0600. */
  readonly files: readonly HookFile[];
}

/** What a report says that an agent asks for. */
export type HookRequest = Pick<
  Request,
  | "kind"
  | "command"
  | "path"
  | "url"
  | "query"
  | "input"
  | "server"
  | "tool"
  | "helper"
  | "description"
  | "call"
>;

/** What an agent reports through a hook. */
export type HookEvent =
  | {
    /** It is about to ask a person, and takes an answer instead. */
    readonly event: "permission";
    readonly session?: string;
    /** What it asks for, whole and exact. */
    readonly request: HookRequest;
    /**
     * Its working directory, if told. Empty where only the report that the call
     * has begun tells where it would be done.
     */
    readonly directory?: string;
    /**
     * The kind of the dialog that follows, where that asks for something else
     * first, such as for the folder in which it would be done.
     */
    readonly shownAs?: RequestKind;
    /** Set when it takes no answer: its dialog is to be answered by key. */
    readonly unanswerable?: true;
  }
  | {
    /** A conversation has begun or was gone on with. */
    readonly event: "session";
    readonly session: string;
    /** Where its record is, if told. */
    readonly record?: string;
  }
  | {
    /** A call has begun, has ended, or was turned down. */
    readonly event: "call";
    readonly session?: string;
    readonly call: RecordedCall;
  }
  | {
    /** It took a prompt; its turn has begun. */
    readonly event: "prompt";
    readonly session?: string;
    readonly text: string;
  }
  | {
    /** Its turn has ended. */
    readonly event: "turn-ended";
    readonly session?: string;
  };

/** What is answered to a `permission` report; `none` leaves it its dialog. */
export type HookAnswer =
  | { readonly answer: "allow" }
  | { readonly answer: "deny"; readonly reason: string }
  | { readonly answer: "none" };

/** How a kind of agent reports to orch and takes answers without a key. */
export interface Hooks {
  /**
   * Says what makes an agent report.
   *
   * @param options The agent and where to report to.
   * @returns What to start it with; `undefined` when the version has no hooks.
   */
  install(options: HookOptions): HookInstallation | undefined;
  /**
   * Reads a report.
   *
   * @param body What the agent sent, parsed from JSON. Anything can be in it.
   * @returns What it says; `undefined` when it is of no interest or not whole.
   */
  read(body: unknown): HookEvent | undefined;
  /**
   * Words an answer to a `permission` report as the agent takes it.
   *
   * @param answer The answer.
   * @returns The reply's body, to be written as JSON.
   */
  reply(answer: HookAnswer): Readonly<Record<string, unknown>>;
}
