import type { Request, RequestKind } from "../agent.ts";
import type { ScreenRow } from "../screen_row.ts";
import { buildRequest } from "./build_request.ts";
import { readOptions } from "./options.ts";
import {
  mcpField,
  mcpFooter,
  mcpQuestion,
  mostArguments,
  questionRow,
  scrolledAway,
  startupTitles,
  trustFooter,
  trustTitle,
  waitingFooter,
} from "./wordings.ts";

/** What a dialog is, and what of it is asked for. */
interface Found {
  readonly kind: RequestKind;
  /** Index of its first row. */
  readonly at: number;
  readonly details?: Partial<Request>;
  readonly trouble?: string;
}

/** A call of an MCP server's tool; long values are cut. */
function mcpCall(texts: readonly string[], first: number): Found | undefined {
  if (!mcpFooter.test(texts.at(-1)!)) return undefined;
  const at = texts.findLastIndex((text, index) =>
    index < first && mcpField.test(text)
  );
  if (at < 0) return undefined;
  const rows = texts.slice(at + 1, first);
  const gap = rows.indexOf("");
  const asked = rows.slice(0, gap < 0 ? rows.length : gap)
    .map((row) => row.trim()).join(" ");
  const match = mcpQuestion.exec(asked);
  const given = gap < 0 ? [] : rows.slice(gap).filter((row) => row !== "");
  const cut = given.length >= mostArguments ||
    rows.some((row) =>
      row.includes("…") || row.endsWith("...") || scrolledAway.test(row)
    );
  if (!match) {
    return { kind: "mcp", at, trouble: "what it asks for is not understood" };
  }
  return {
    kind: "mcp",
    at,
    details: { server: match[1]!, tool: match[2]! },
    ...(cut ? { trouble: "a part of it is left out" } : {}),
  };
}

/** Whether the folder may be worked in. */
function folderTrust(
  texts: readonly string[],
  first: number,
): Found | undefined {
  const at = texts.findLastIndex((text, index) =>
    index < first && trustTitle.test(text)
  );
  if (at < 0 || !trustFooter.test(texts.at(-1)!)) return undefined;
  let end = at + 1;
  while (/^ {2}\S/.test(texts[end] ?? "")) end++;
  const path = texts.slice(at + 1, end).map((text) => text.slice(2)).join("");
  const known = /^(?:[/~]|[A-Za-z]:\\)/.test(path) && !path.includes("…");
  return {
    kind: "trust",
    at,
    ...(known ? { details: { path } } : { trouble: "the folder is not shown" }),
  };
}

function found(texts: readonly string[], first: number): Found {
  const known = mcpCall(texts, first) ?? folderTrust(texts, first);
  if (known) return known;
  const from = (pattern: RegExp) =>
    texts.findLastIndex((text, at) => at < first && pattern.test(text));
  const asked = from(questionRow);
  const trouble = "only a person can answer this";
  if (asked >= 0) return { kind: "question", at: asked, trouble };
  for (const title of startupTitles) {
    const at = from(title);
    if (at >= 0) return { kind: "startup", at, trouble };
  }
  let at = first;
  while (at > 0 && !/^\S/.test(texts[at - 1]!)) at--;
  return { kind: "question", at, trouble };
}

/**
 * Reads whatever else can wait for a person at the end of the screen: a call
 * of an MCP server's tool, a question, the folder's trust, a picker, a start-up
 * screen. Only some of it is understood.
 *
 * @param rows The screen's rows without blank rows at its end.
 * @returns The request, or `undefined` when nothing seems to wait.
 */
export function readOther(rows: readonly ScreenRow[]): Request | undefined {
  const texts = rows.map((row) => row.text);
  const tail = texts.slice(-3).join(" ");
  const waits = waitingFooter.test(texts.at(-1)!) ||
    (/^ {2}\S/.test(texts.at(-1)!) && waitingFooter.test(tail));
  let end = texts.length;
  while (end > 0 && !/^ *(?:› |\s)*\d+\. /.test(texts[end - 1]!)) end--;
  const marked = texts.findLastIndex((text) => /^ {0,2}› \d+\. \S/.test(text));
  if (!waits && (marked < 0 || marked < texts.length - 24)) return undefined;
  if (marked < 0) {
    return waits ? withoutOptions(texts) : undefined;
  }
  const indent = texts[marked]!.indexOf("›");
  while (end < texts.length && texts[end]!.startsWith("     ")) end++;
  const list = readOptions(texts, end, indent, "question");
  if (!list) return withoutOptions(texts);
  const { kind, at, details, trouble } = found(texts, list.first);
  const block = readOptions(texts, end, indent, kind)!;
  const scrolled = texts.slice(block.first - 1, end + 1)
    .some((text) => scrolledAway.test(text));
  const counts = (meaning: string) =>
    block.options.filter((option) => option.meaning === meaning).length === 1;
  return buildRequest({
    kind,
    details,
    rows: texts.slice(at, end),
    options: block,
    trouble: trouble ?? block.trouble ??
      (scrolled
        ? "its options do not fit the pane"
        : !counts("once") || !counts("deny")
        ? "its options are not known"
        : block.options.some(({ meaning }) => meaning === "other")
        ? "its options are not known"
        : undefined),
  });
}

function withoutOptions(texts: readonly string[]): Request {
  const rows = texts.slice(-6);
  return buildRequest({
    kind: "question",
    rows,
    options: undefined,
    trouble: "only a person can answer this",
  });
}
