import type {
  HookAnswer,
  HookEvent,
  HookInstallation,
  HookOptions,
  Hooks,
  RecordedCall,
  RequestKind,
} from "../agent.ts";

/** What a rehearsal reports, as it sends it. */
export type Report =
  | {
    readonly hook: "session";
    readonly session: string;
  }
  | {
    readonly hook: "permission";
    readonly session?: string;
    readonly directory: string;
    readonly kind: RequestKind;
    readonly command?: string;
    readonly path?: string;
  }
  | {
    readonly hook: "call";
    readonly session?: string;
    readonly id: string;
    readonly kind: RequestKind;
    readonly command?: string;
    readonly path?: string;
    readonly outcome: "approved" | "denied";
  }
  | {
    readonly hook: "prompt";
    readonly session?: string;
    readonly text: string;
  }
  | { readonly hook: "turn-ended"; readonly session?: string };

/** What a rehearsal finds in the file that `--hook` names. */
export interface HookFileContent {
  /** Where it reports to. */
  readonly url: string;
  /** Sent along, as a bearer token. */
  readonly secret: string;
}

/**
 * The hooks of a rehearsal: it posts what it is about to ask before it draws
 * its dialog, and does what it is answered.
 *
 * @example Usage
 * ```ts
 * import { hooks } from "./hooks.ts";
 * import assert from "node:assert/strict";
 *
 * const event = hooks.read({
 *   hook: "permission",
 *   kind: "command",
 *   command: "npm test",
 *   directory: "/srv/shop",
 * });
 * assert.ok(event?.event === "permission");
 * assert.equal(event.request.command, "npm test");
 * assert.equal(hooks.read("garbage"), undefined);
 * ```
 */
export const hooks: Hooks = {
  install,
  read,
  reply: (answer: HookAnswer) => ({ ...answer }),
};

function install({ folder, address }: HookOptions): HookInstallation {
  const path = `${folder}/hook.json`;
  const { url, secret } = address;
  const content: HookFileContent = { url, secret };
  return {
    arguments: ["--hook", path],
    environment: {},
    files: [{
      path,
      add: () => `${JSON.stringify(content, null, 2)}\n`,
      remove: () => undefined,
    }],
  };
}

const kinds = new Set<unknown>(["command", "write", "edit"]);

function read(body: unknown): HookEvent | undefined {
  if (typeof body !== "object" || body === null) return undefined;
  const text = (key: string) => {
    const value: unknown = Reflect.get(body, key);
    return typeof value === "string" && value !== "" ? value : undefined;
  };
  const session = text("session");
  const whose = session === undefined ? {} : { session };
  switch (text("hook")) {
    case "session":
      return session === undefined ? undefined : { event: "session", session };
    case "permission": {
      const asked = askedIn(text);
      const directory = text("directory");
      return asked && {
        event: "permission",
        ...whose,
        request: asked,
        ...(directory !== undefined && { directory }),
      };
    }
    case "call": {
      const asked = askedIn(text);
      const id = text("id");
      const outcome = text("outcome");
      if (!asked || id === undefined) return undefined;
      if (outcome !== "approved" && outcome !== "denied") return undefined;
      return { event: "call", ...whose, call: { ...asked, id, outcome } };
    }
    case "prompt":
      return { event: "prompt", ...whose, text: text("text") ?? "" };
    case "turn-ended":
      return { event: "turn-ended", ...whose };
  }
}

function askedIn(
  text: (key: string) => string | undefined,
): Pick<RecordedCall, "kind" | "command" | "path"> | undefined {
  const kind = text("kind");
  if (!kinds.has(kind)) return undefined;
  const command = text("command");
  const path = text("path");
  return {
    kind: kind as RequestKind,
    ...(command !== undefined && { command }),
    ...(path !== undefined && { path }),
  };
}

/**
 * Reads what a rehearsal was replied.
 *
 * @param reply The reply, parsed from JSON.
 * @returns The answer; `none` for everything that is not understood.
 */
export function answerIn(reply: unknown): HookAnswer {
  const none: HookAnswer = { answer: "none" };
  if (typeof reply !== "object" || reply === null) return none;
  const { answer, reason } = reply as Record<string, unknown>;
  if (answer === "allow") return { answer };
  return answer === "deny" && typeof reason === "string"
    ? { answer, reason }
    : none;
}
