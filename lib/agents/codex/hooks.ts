import type { Hooks } from "../agent.ts";
import { install } from "./hook_install.ts";
import { readHook } from "./hook_read.ts";
import { replyToHook } from "./hook_reply.ts";

/**
 * How Codex reports to orch and takes answers without a key. While it waits
 * for one it shows no dialog.
 */
export const hooks: Hooks = { install, read: readHook, reply: replyToHook };
