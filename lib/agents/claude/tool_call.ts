import type { ScreenRow } from "../screen_row.ts";
import { type Body, type Call, textsOf } from "./body.ts";

/** A row of 2.1.330's that goes on from the one above, or is followed by one. */
const barred = /^ │ ?/;

/** The rows of an address, put together again. */
function addressOf(rows: readonly string[]): string | undefined {
  const text = rows.join("");
  return /^https?:\/\/[^\s"]+$/.test(text) ? text : undefined;
}

/** `url: …` above `prompt: …`, between rules (2.1.330). */
function ruledAddress(body: Body): string | undefined {
  const rows = body.content.map((row) => row.text);
  const prompt = rows.findIndex((row) => /^ (?:│ )?prompt: /.test(row));
  if (prompt < 1) return undefined;
  const own = rows.slice(0, prompt);
  if (own.length > 1 && !own.every((row) => barred.test(row))) return undefined;
  const [first, ...more] = own.map((row) => row.replace(barred, "").trim());
  const start = /^url: (.+)$/.exec(first!)?.[1];
  return start === undefined ? undefined : addressOf([start, ...more]);
}

/** The address, alone or as `url: "…", prompt: …`, above a line about it. */
function indentedAddress(rows: readonly ScreenRow[]): string | undefined {
  const texts = textsOf(rows);
  const about = texts.findIndex((row) => /^Claude wants to fetch /.test(row));
  const own = texts.slice(0, Math.max(0, about));
  const quoted = /^url: "(https?:\/\/[^\s"]+)", ?prompt: ?"/.exec(own.join(""));
  return quoted ? quoted[1] : addressOf(own);
}

/**
 * Reads which address is to be fetched.
 *
 * @param body The dialog's body, where it is divided.
 * @param rows The rows between title and question.
 * @returns What is asked for.
 */
export function fetchCall(
  body: Body | undefined,
  rows: readonly ScreenRow[],
): Call {
  const url = body ? ruledAddress(body) : indentedAddress(rows);
  return {
    ...(url === undefined ? {} : { url }),
    evidence: textsOf(body?.content ?? rows),
    ...(url === undefined || url.includes("…")
      ? { trouble: "its address is not understood" }
      : {}),
  };
}

/** `tracker - create_ticket(title: "…") (MCP)`, up to 2.1.197. */
const indentedTool = /^(\S.*?) - (\S+?)\(.*\) \(MCP\)(?: |$)/s;

/** `tracker — Create Ticket Tool: (MCP)`, 2.1.330: both as they call themselves. */
const ruledTool = /^(\S.*?) — (\S.*) Tool: \(MCP\)$/;

/**
 * Reads which server's tool is to be called, or what is searched for.
 *
 * @param body The dialog's body, where it is divided.
 * @param rows The rows between title and question.
 * @returns What is asked for.
 */
export function toolCall(
  body: Body | undefined,
  rows: readonly ScreenRow[],
): Call {
  const evidence = textsOf(body?.content ?? rows);
  const text = evidence.join(" ");
  const cut = text.includes("…") ? { trouble: "some of it may be cut" } : {};
  if (/^Web Search\("/.test(text)) return { kind: "fetch", evidence, ...cut };
  const match = body
    ? ruledTool.exec(textsOf(body.head).join(" "))
    : indentedTool.exec(text);
  return match
    ? { server: match[1]!, tool: match[2]!, evidence, ...cut }
    : { evidence, trouble: "this tool is not known" };
}
