import { claudeClient } from "../claude/client.ts";
import { codexClient } from "../codex/client.ts";
import { geminiClient } from "../gemini/client.ts";
import { opencodeClient } from "../opencode/client.ts";
import { qwenClient } from "../qwen/client.ts";
import type { Client } from "./client.ts";

/** Every client that the lab knows. */
export const clients: readonly Client[] = [
  claudeClient,
  codexClient,
  geminiClient,
  opencodeClient,
  qwenClient,
];
