import { hookSecret } from "./hook_address.ts";
import { HookDesk } from "./hook_desk.ts";
import { HookPort } from "./hook_port.ts";
import type { PaneSupervisor } from "./pane_supervisor.ts";
import type { World } from "./world.ts";

/** What {@linkcode hookService} is told. */
export interface HookServiceOptions {
  /**
   * Gives the panes in which an agent runs.
   *
   * @param name The agent's name.
   */
  readonly panes: (name: string) => Promise<PaneSupervisor[]>;
  /** Called with what is wrong, and whose trouble it is. */
  readonly trouble: (
    agent: string | undefined,
    message: string,
    hint?: string,
  ) => void;
}

/**
 * Joins the port that agents report to with what takes their reports in.
 *
 * @param world What it may touch.
 * @param options Where the agents' panes are.
 * @returns The port; nothing listens yet.
 */
export function hookService(
  world: World,
  options: HookServiceOptions,
): HookPort {
  const { journal, paths } = world;
  const { panes, trouble } = options;
  const desk = new HookDesk({ world, panes });
  return new HookPort({
    paths,
    // Only a name from the journal may become part of a path.
    secretOf: async (name) =>
      journal.agents.find(name) && await hookSecret(paths, name),
    take: (name, body, left) => desk.take(name, body, left),
    failed: (name, error) =>
      trouble(name, error instanceof Error ? error.message : String(error)),
    trouble: (message, hint) => trouble(undefined, message, hint),
  });
}
