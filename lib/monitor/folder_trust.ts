import { basename } from "node:path";
import type { Request } from "../agents/mod.ts";
import { realPath } from "../files/mod.ts";
import type { Verdict } from "../learner/mod.ts";

/** What a folder's trust is judged by. */
export interface TrustContext {
  /** The folder that the agent was set up for. Absolute. */
  readonly project: string;
  /** The home directory of the agent's person. Absolute. */
  readonly home: string;
  /** Tells the working directory of the program that asks. */
  readonly directory: () => Promise<string | undefined>;
}

/**
 * Answers whether a folder may be trusted: the one that a person has named at
 * setup, and no other. Nothing else that is asked at the start is answered.
 *
 * @param request The request.
 * @param context What it is judged by.
 * @returns The verdict; `undefined` when the request is for a person.
 */
export async function judgeTrust(
  request: Request,
  context: TrustContext,
): Promise<Verdict | undefined> {
  const { kind, complete, path, options } = request;
  // What only a hook tells of has no options: then nobody asks for trust.
  const yes = options.filter(({ meaning }) => meaning === "once");
  if (kind !== "trust" || !complete || !path || yes.length !== 1) {
    return undefined;
  }
  if (!await isProject(path, context)) return undefined;
  return {
    decision: "allow",
    tier: "project",
    reason: "Allowed because you set the agent up for this very folder.",
    parts: [],
  };
}

async function isProject(
  path: string,
  { project, home, directory }: TrustContext,
): Promise<boolean> {
  // It may have become a link to somewhere else since.
  if (realPath(project) !== project) return false;
  const whole = path.replace(/^~(?=\/|$)/, home);
  if (whole.startsWith("/")) return whole === project;
  // Some show the folder's name only: then where they run says which it is.
  return path === basename(project) && await directory() === project;
}
