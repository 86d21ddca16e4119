import type { Hooks } from "../agent.ts";
import { install } from "./hook_install.ts";
import { readHook } from "./hook_read.ts";

/**
 * How Gemini CLI reports to orch. It takes no answers: a hook can turn a call
 * down before it is asked for, but not approve one, so dialogs are answered by
 * key. What its reports say is exact, where its screen leaves out what it
 * cannot draw.
 */
export const hooks: Hooks = {
  install,
  read: readHook,
  reply: () => ({}),
};
