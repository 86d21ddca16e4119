import { OrchError } from "../errors/mod.ts";
import { Journal } from "../journal/mod.ts";
import { type Paths, pathsOf } from "../paths/mod.ts";
import { Tmux } from "../tmux/mod.ts";
import type { OrchContext } from "./context.ts";
import type { SocketFlag } from "./flags.ts";

/** Where this person's things are. */
export function pathsFor(context: OrchContext): Paths {
  return pathsOf({
    HOME: context.environment("HOME"),
    XDG_STATE_HOME: context.environment("XDG_STATE_HOME"),
    XDG_DATA_HOME: context.environment("XDG_DATA_HOME"),
    XDG_CONFIG_HOME: context.environment("XDG_CONFIG_HOME"),
  });
}

/** Opens this person's journal. */
export function openJournal(
  context: OrchContext,
  options: { create?: boolean } = {},
): Journal {
  return Journal.open(pathsFor(context).journal, {
    clock: context.clock,
    ...options,
  });
}

/**
 * Tells which tmux server is meant: the one named by flag, by
 * `ORCH_TMUX_SOCKET`, the one this command runs in, or the default one.
 */
export function socketFor(
  context: OrchContext,
  flags: SocketFlag,
): string | undefined {
  const named = flags.socket ?? context.environment("ORCH_TMUX_SOCKET");
  if (named) return named;
  // TMUX is "socket,server pid,session"; the path itself may hold commas.
  const inside = context.environment("TMUX")?.split(",").slice(0, -2).join(",");
  return inside || undefined;
}

/** Connects to the tmux server that is meant. */
export function connectTmux(
  context: OrchContext,
  flags: SocketFlag,
  options: { start?: boolean } = {},
): Promise<Tmux> {
  const socket = socketFor(context, flags);
  return Tmux.connect({
    clock: context.clock,
    ...(socket !== undefined && { socket }),
    ...options,
  });
}

/**
 * Connects to the tmux server that is meant, if it runs.
 *
 * @param context Where the command runs.
 * @param flags Which server.
 * @returns The connection, or `undefined`.
 */
export async function runningTmux(
  context: OrchContext,
  flags: SocketFlag,
): Promise<Tmux | undefined> {
  try {
    return await connectTmux(context, flags, { start: false });
  } catch (error) {
    if (error instanceof OrchError) return undefined;
    throw error;
  }
}
