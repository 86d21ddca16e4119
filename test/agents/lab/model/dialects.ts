import { anthropic } from "./anthropic.ts";
import type { Dialect } from "./dialect.ts";
import { gemini } from "./gemini.ts";
import { openaiChat } from "./openai_chat.ts";
import { openaiResponses } from "./openai_responses.ts";

/** The names of the APIs that the stand-ins speak. */
export type DialectName =
  | "anthropic"
  | "gemini"
  | "openai-chat"
  | "openai-responses";

/** The APIs that the stand-ins speak. */
export const dialects: Readonly<Record<DialectName, Dialect>> = {
  anthropic,
  gemini,
  "openai-chat": openaiChat,
  "openai-responses": openaiResponses,
};
