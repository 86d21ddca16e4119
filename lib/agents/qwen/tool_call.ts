import type { RequestKind } from "../agent.ts";
import { type Call, trimmed, unread } from "../gemini_family/call.ts";
import { changeCall } from "../gemini_family/change.ts";
import { between, type Parts } from "./parts.ts";
import {
  changeQuestion,
  fetchHeading,
  fetchQuestion,
  mcpQuestion,
  mcpSummary,
} from "./wordings.ts";
import * as wordings from "./wordings.ts";

/**
 * Reads a change of a file.
 *
 * @param kind Whether it is written or edited.
 * @param parts The dialog's parts.
 * @returns What is asked for.
 */
export function change(kind: RequestKind, parts: Parts): Call {
  return changeCall(kind, parts.summary[0]!, {
    rows: between(parts.body),
    tail: [parts.question],
    whole: parts.question === changeQuestion,
    wordings,
  });
}

/**
 * Reads what would be fetched.
 *
 * @param parts The dialog's parts.
 * @returns What is asked for.
 */
export function fetch(parts: Parts): Call {
  const texts = trimmed(parts.body);
  const at = texts.indexOf(fetchHeading);
  const urls = texts.slice(at + 1).map((row) => row.replace(/^- /, ""));
  const plain = at >= 0 && urls.length === 1 &&
    /^https?:\/\/[\x21-\x7e]+$/.test(urls[0]!);
  const trouble = !plain
    ? "what it fetches is not understood"
    : parts.question !== fetchQuestion
    ? unread
    : undefined;
  return {
    kind: "fetch",
    details: plain ? { url: urls[0]! } : {},
    evidence: [...texts, parts.question],
    ...(trouble === undefined ? {} : { trouble }),
  };
}

/**
 * Reads which tool of an MCP server would be called.
 *
 * @param parts The dialog's parts.
 * @returns What is asked for.
 */
export function mcp(parts: Parts): Call {
  const asked = mcpQuestion.exec(parts.question);
  const named = mcpSummary.exec(parts.summary[0]!);
  const server = asked?.[2] ?? named?.[1];
  return {
    kind: "mcp",
    details: {
      tool: asked?.[1] ?? parts.tool,
      ...(server === undefined ? {} : { server }),
    },
    evidence: [...trimmed(parts.body), parts.question],
    trouble: "this tool is for a person",
  };
}
