import { type Call, trimmed } from "../gemini_family/call.ts";
import { prose, strange } from "./body.ts";
import {
  fetchHeading,
  fetchQuestion,
  foldedDetails,
  foldedRows,
  mcpQuestion,
  mcpTool,
  queueCount,
  toolKinds,
  toolRow,
} from "./wordings.ts";

function fetch(rows: readonly string[]): Call {
  const texts = trimmed(rows);
  const at = texts.indexOf(fetchHeading);
  const urls = at < 0
    ? texts.filter((row) => /^https?:\/\/\S+$/.test(row))
    : texts.slice(at + 1, texts.lastIndexOf(fetchQuestion))
      .map((row) => row.replace(/^- /, ""));
  const [url] = urls;
  const plain = urls.length === 1 && /^https?:\/\/[\x21-\x7e]+$/.test(url!);
  return {
    kind: "fetch",
    details: plain ? { url: url! } : {},
    evidence: texts,
    ...(plain ? {} : { trouble: "what it fetches is not understood" }),
  };
}

function mcp(rows: readonly string[], named: RegExpExecArray | null): Call {
  const asked = mcpQuestion.exec(prose(rows).replace(/^.*(?=Allow exec)/, ""));
  const tool = asked?.[1] ?? named?.[1];
  const server = asked?.[2] ?? named?.[2];
  const hidden = rows.some((row) =>
    foldedDetails.test(row.trim()) || foldedRows.test(row.trim())
  );
  return {
    kind: "mcp",
    details: {
      ...(tool === undefined ? {} : { tool }),
      ...(server === undefined ? {} : { server }),
    },
    evidence: trimmed(rows),
    trouble: hidden ? "its arguments are folded" : "this tool is for a person",
  };
}

/**
 * Reads any other tool, under `Action Required`.
 *
 * @param rows The rows above the choices.
 * @returns What is asked for; `undefined` when that is not its title.
 */
export function other(rows: readonly string[]): Call | undefined {
  if (rows[0]?.replace(queueCount, "") !== " Action Required") return undefined;
  const at = rows.findIndex((row, index) => index > 0 && row !== "");
  const name = toolRow.exec(rows[at] ?? "")?.[1];
  if (name === undefined) return undefined;
  const server = mcpTool.exec(name);
  const own = rows.slice(at + 1);
  const evidence = [rows[0]!, rows[at]!];
  const kind = server ? "mcp" : toolKinds[/^\S+/.exec(name)![0]] ?? "question";
  const call = kind === "fetch"
    ? fetch(own)
    : kind === "mcp"
    ? mcp(own, server)
    : { kind, details: {}, evidence: trimmed(own), trouble: strange };
  return { ...call, evidence: [...evidence, ...call.evidence] };
}
