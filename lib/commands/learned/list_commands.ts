import type { OrchContext } from "../context.ts";
import { autoApproveCommandsOf } from "../../learner/mod.ts";
import { print, printJson } from "../print.ts";
import { subjectOf } from "./subject.ts";

/**
 * Prints the commands that an agent may run unasked, as keys, by project.
 *
 * @param context Where to print.
 * @param name The agent's name.
 * @param json Whether to print one JSON document.
 */
export async function listCommands(
  context: OrchContext,
  name: string,
  json: boolean,
): Promise<void> {
  const { file } = await subjectOf(context, name);
  const paths = new Set(file.rules.map(({ scope }) => scope));
  const projects = Object.fromEntries(
    [...paths].sort().map((path) => [
      path,
      Object.keys(autoApproveCommandsOf(file.rules, path)),
    ]),
  );
  if (json) return printJson(context, { agent: name, projects });
  const learned = Object.entries(projects).filter(([, keys]) =>
    keys.length > 0
  );
  if (learned.length === 0) print(context, `${name} has learned nothing yet.`);
  for (const [path, keys] of learned) {
    print(context, `Learned commands for ${path}:`);
    for (const key of keys) print(context, `  ${key}`);
  }
}
