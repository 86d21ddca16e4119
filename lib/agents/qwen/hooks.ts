import type { Hooks } from "../agent.ts";
import { decision } from "../reporting/decision.ts";
import { install } from "./hook_install.ts";
import { readHook } from "./hook_read.ts";

/**
 * How Qwen Code reports to orch and takes answers without a key. It draws its
 * dialog when it has waited for one in vain.
 */
export const hooks: Hooks = { install, read: readHook, reply: decision };
