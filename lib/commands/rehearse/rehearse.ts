import { rehearse as play } from "../../agents/mod.ts";
import type { OrchContext } from "../context.ts";

/** Runs `orch rehearse`. */
export async function rehearse(
  this: OrchContext,
  _flags: Record<never, never>,
  ...args: string[]
): Promise<void> {
  this.process.exitCode = await play(args);
}
