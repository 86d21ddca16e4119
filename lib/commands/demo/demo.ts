import { demo as play } from "../../../recipes/demo-learning.ts";
import type { OrchContext } from "../context.ts";
import type { DemoFlags } from "./mod.ts";

/** Runs `orch demo`. */
export function demo(this: OrchContext, flags: DemoFlags): Promise<void> {
  return play(flags, this.signal);
}
