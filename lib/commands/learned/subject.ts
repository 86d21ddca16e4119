import { ExitCode, OrchError } from "../../errors/mod.ts";
import { fileFacts } from "../../files/mod.ts";
import type { AgentRecord } from "../../journal/mod.ts";
import {
  type AgentFile,
  type DecideContext,
  readAgentFile,
  type Rule,
} from "../../learner/mod.ts";
import { checkedName } from "../../team/mod.ts";
import type { OrchContext } from "../context.ts";
import { openJournal, pathsFor } from "../world.ts";

/** The agent whose rules a command is about. */
export interface Subject {
  /** Its name. */
  readonly name: string;
  /** Its file's path. */
  readonly path: string;
  /** What stands in the file; nothing yet if there is none. */
  readonly file: AgentFile;
  /** What the journal says of it; unset once it was torn down. */
  readonly record: AgentRecord | undefined;
}

/**
 * Finds an agent's rules, which outlive its being set up.
 *
 * @param context Where the command runs.
 * @param name The agent's name.
 * @returns The agent.
 * @throws {OrchError} When there is no such agent and no such file, or the file
 * is broken.
 */
export async function subjectOf(
  context: OrchContext,
  name: string,
): Promise<Subject> {
  using journal = openJournal(context);
  const path = pathsFor(context).agentFile(checkedName(name));
  const file = await readAgentFile(path);
  const record = file === undefined
    ? journal.agents.require(name)
    : journal.agents.find(name);
  return {
    name,
    path,
    file: file ?? { name, rules: [], projects: {} },
    record,
  };
}

/**
 * The project that rules are to hold in.
 *
 * @param subject The agent.
 * @param named The project that was named, if one was. Absolute.
 * @returns The project. Absolute.
 * @throws {OrchError} When none was named, and the agent is not set up.
 */
export function projectOf(subject: Subject, named: string | undefined): string {
  const project = named ?? subject.record?.project;
  if (project !== undefined) return project;
  throw new OrchError(
    `${subject.name} is not set up, so its project is not known`,
    { hint: "the same command with --project DIR", exitCode: ExitCode.usage },
  );
}

/**
 * What judging an agent's rules rests on.
 *
 * @param context Where the command runs.
 * @param project The project. Absolute.
 * @param rules The rules.
 * @returns The strictest context.
 */
export function judgingContext(
  context: OrchContext,
  project: string,
  rules: readonly Rule[],
): DecideContext {
  return {
    project,
    home: pathsFor(context).home,
    autonomy: "supervised",
    rules,
    now: context.clock.now(),
    ...fileFacts,
  };
}
