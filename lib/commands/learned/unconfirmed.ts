import type { AgentFile } from "../../learner/mod.ts";

/**
 * The entries of earlier versions that became no rule, by project.
 *
 * @param file The agent's file.
 * @returns The keys; projects without any are left out.
 */
export function unconfirmedOf(file: AgentFile): Record<string, string[]> {
  const found: Record<string, string[]> = {};
  for (const [path, { unconfirmedCommands = {} }] of entriesOf(file)) {
    const keys = Object.entries(unconfirmedCommands)
      .filter(([, value]) => value === true).map(([key]) => key);
    if (keys.length > 0) found[path] = keys.sort();
  }
  return found;
}

/**
 * Forgets those entries.
 *
 * @param file The agent's file.
 * @returns The file without them.
 */
export function withoutUnconfirmed(file: AgentFile): AgentFile {
  const projects = Object.fromEntries(
    entriesOf(file).map(([path, { unconfirmedCommands: _, ...project }]) => [
      path,
      // What still stands there is a view, and is written anew.
      { ...project, autoApproveCommands: {} },
    ]),
  );
  return { ...file, projects };
}

function entriesOf(file: AgentFile) {
  return Object.entries(file.projects);
}
