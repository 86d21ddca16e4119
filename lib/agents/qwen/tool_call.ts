import type { RequestKind } from "../agent.ts";
import type { Call } from "./call.ts";
import { between, folded, type Parts, trimmed, unread } from "./parts.ts";
import {
  changeQuestion,
  createSummary,
  fetchHeading,
  fetchQuestion,
  foldedRows,
  mcpQuestion,
  mcpSummary,
  writeSummary,
} from "./wordings.ts";

/** Why a path as it is drawn cannot be relied on, if so. */
function doubtInPath(path: string): string | undefined {
  if (path === "") return "its path is not understood";
  if (/…|\.\.\./.test(path)) return "its path is cut";
  return path.includes("\ufffd") ? "a character in it is not shown" : undefined;
}

/**
 * Reads a change of a file.
 *
 * @param kind Whether it is written or edited.
 * @param parts The dialog's parts.
 * @returns What is asked for.
 */
export function change(kind: RequestKind, parts: Parts): Call {
  const summary = parts.summary[0]!;
  const path = summary.startsWith(writeSummary)
    ? summary.slice(writeSummary.length)
    : summary.startsWith(createSummary)
    ? summary.slice(createSummary.length)
    : /^(.+?): /.exec(summary)?.[1] ?? "";
  const rows = between(parts.body);
  const trouble = rows.some((row) => foldedRows.test(row.trim()))
    ? folded
    : parts.question !== changeQuestion
    ? unread
    : rows.length === 0
    ? "it is still being drawn"
    : doubtInPath(path);
  return {
    kind,
    details: path === "" ? {} : { path },
    evidence: [...rows, parts.question],
    ...(trouble === undefined ? {} : { trouble }),
  };
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
