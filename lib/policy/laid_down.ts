import type { OrchError } from "../errors/mod.ts";
import { isKnownTool, joinPolicies, type Policy } from "../learner/mod.ts";
import type { UserTools } from "../learner/mod.ts";
import { joinTools } from "./join_tools.ts";
import type { PolicyFile } from "./policy_file.ts";

/** What people lay down for one project, from all their files. */
export interface LaidDown {
  /** Patterns. */
  readonly policy: Policy;
  /** What tools do. */
  readonly tools: UserTools;
  /** Paths that are secret. */
  readonly secrets: readonly string[];
  /** Why nothing may pass without a person, if so. */
  readonly broken: OrchError | undefined;
  /** The project's file, if it would allow what nobody has accepted yet. */
  readonly unaccepted: string | undefined;
}

/** The files that {@linkcode layDown} puts together. */
export interface PolicyFiles {
  /** The person's own file. */
  readonly own?: PolicyFile | undefined;
  /** The project's file as it is. */
  readonly project?: PolicyFile | undefined;
  /** The project's file as the person has accepted it. */
  readonly accepted?: PolicyFile | undefined;
  /** Whether the two are the same. */
  readonly isAccepted: boolean;
  /** The project's file. */
  readonly path: string;
}

/**
 * Puts together what people lay down for one project.
 *
 * A project comes with its `orch.yaml`, from whoever has written it. So what
 * that allows counts only as the person has accepted it, to the letter; what
 * makes it stricter counts always. As long as the file is another one than was
 * accepted, what is strict in either of them counts.
 *
 * @param files The files.
 * @returns What counts.
 */
export function layDown(files: PolicyFiles): Omit<LaidDown, "broken"> {
  const { own, project, accepted, isAccepted, path } = files;
  const theirs = isAccepted
    ? [project]
    : [strictOf(project), strictOf(accepted)];
  const all = [own, ...theirs];
  return {
    policy: joinPolicies(all.map((file) => ({
      allow: file?.allow ?? [],
      ask: file?.ask ?? [],
      deny: file?.deny ?? [],
    }))),
    tools: all.reduce<UserTools>(
      (tools, file) => joinTools(tools, file?.tools ?? {}),
      {},
    ),
    secrets: [...new Set(all.flatMap((file) => file?.secrets ?? []))],
    unaccepted: !isAccepted && project && widens(project) ? path : undefined,
  };
}

/** What a file says that lets nothing pass which would not pass without it. */
function strictOf(file: PolicyFile | undefined): PolicyFile | undefined {
  const tools = Object.entries(file?.tools ?? {})
    .filter(([name]) => isKnownTool(name));
  return file && { ...file, allow: [], tools: Object.fromEntries(tools) };
}

/** Whether a file lets something pass which would not pass without it. */
function widens({ allow = [], tools = {} }: PolicyFile): boolean {
  return allow.length > 0 ||
    Object.keys(tools).some((name) => !isKnownTool(name));
}
