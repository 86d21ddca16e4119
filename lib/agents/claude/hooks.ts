import type { Hooks } from "../agent.ts";
import { decision } from "../reporting/decision.ts";
import { install } from "./hook_install.ts";
import { readHook } from "./hook_read.ts";

/**
 * How Claude Code reports to orch and takes answers without a key. While it
 * waits for one, it shows its dialog; whichever answers first counts.
 */
export const hooks: Hooks = { install, read: readHook, reply: decision };
