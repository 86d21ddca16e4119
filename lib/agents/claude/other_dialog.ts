import type { Option, Request, RequestKind } from "../agent.ts";
import { buildRequest } from "../build_request.ts";
import type { ScreenRow } from "../screen_row.ts";
import { readOptions } from "./options.ts";
import {
  highlight,
  otherDialogs,
  planPath,
  waitingFooter,
} from "./wordings.ts";

/**
 * A rule or an edge that a panel begins with, indented or not; a notice may
 * stand in it.
 */
const edge = /^ *[─▔]{10,}(?: .* ?[─▔]+)?$/;

/** The tmux names of keys as footers write them. */
const footerKeys: Readonly<Record<string, string>> = {
  "enter": "Enter",
  "esc": "Escape",
  "shift+tab": "BTab",
};

function kindOf(rows: readonly string[]): RequestKind | undefined {
  for (const [pattern, kind] of otherDialogs) {
    if (rows.some((row) => pattern.test(row.trim()))) return kind;
  }
  return undefined;
}

/** Takes a box that ends the screen, but for a footer, off what is in it. */
function unboxed(rows: string[]): string[] {
  const bottom = rows.findLastIndex((row) => /^ *╰─+╯$/.test(row));
  const below = rows.slice(bottom + 1);
  const ends = bottom >= 0 &&
    below.every((row) => row === "" || /^ /.test(row));
  if (!ends || below.length > 2) return rows;
  const top = rows.findLastIndex((row, at) =>
    at < bottom && /^ *╭─.*╮$/.test(row) &&
    row.search(/╭/) === rows[bottom]!.search(/╰/)
  );
  if (top < 0) return rows;
  const inside = rows.slice(top + 1, bottom).map((row) =>
    row.replace(/^ *│/, "").replace(/ *│$/, "")
  );
  return ["─".repeat(80), ...inside, ...below];
}

/** Rows that look like options, from the highlighted one's neighbourhood. */
function optionRows(
  rows: readonly string[],
): { rows: string[]; indent: number; after: number } | undefined {
  const at = rows.findLastIndex((row) => /^ *❯ \S/.test(row));
  if (at < 0) return undefined;
  const indent = rows[at]!.indexOf("❯");
  const inside = (row: string | undefined) =>
    row !== undefined && row.startsWith(" ".repeat(indent)) &&
    row.trim() !== "" && !edge.test(row);
  const sibling = new RegExp(`^ {${indent + 2}}\\S`);
  let first = at;
  while (inside(rows[first - 1]) && /^ /.test(rows[first - 1]!)) first--;
  while (first < at && !sibling.test(rows[first]!)) first++;
  let end = at + 1;
  while (
    end < rows.length &&
    (inside(rows[end]) || (edge.test(rows[end]!) && inside(rows[end + 1])))
  ) end++;
  return {
    rows: rows.slice(first, end).filter((row) => !edge.test(row)),
    indent,
    after: rows.length - end,
  };
}

/** Choices that have no rows but stand in the footer with their keys. */
function keysOf(footer: string): Option[] {
  const start = /\bEnter to .*$/.exec(footer.replace(/\s+/g, " "));
  if (!start) return [];
  return start[0].trim().split(" · ").flatMap((part) => {
    const match = /^(Enter|Esc|shift\+Tab) to (.+)$/i.exec(part);
    const key = match && footerKeys[match[1]!.toLowerCase()];
    return match && key
      ? [{
        key,
        label: match[2]!,
        meaning: key === "Escape" ? "deny" as const : "other" as const,
      }]
      : [];
  });
}

/** The folder, right below the title and nowhere else. */
function trustedFolder(own: readonly string[]): string | undefined {
  const [title = "", path = ""] = own.map((row) => row.trim())
    .filter((row) => row !== "");
  return kindOf([title]) === "trust" && /^(?:\/|~|[A-Za-z]:\\)/.test(path)
    ? path
    : undefined;
}

/** Why the choices are not a plain yes and no, if so. */
function troubleWithTrust(
  options: readonly Option[],
  selected: number | undefined,
): string | undefined {
  const meanings = options.map(({ meaning }) => meaning).sort().join(" ");
  if (meanings !== "deny once") return "its options are not known";
  const keyed = options.every(({ key }) => key !== undefined);
  return keyed || selected !== undefined
    ? undefined
    : "none of its options is highlighted";
}

/**
 * Reads whatever else can wait for a person at the end of the screen: a
 * question, a plan, the folder's trust, a picker, a start-up screen. Only some
 * of it is understood, and none of it is answered without a person.
 *
 * @param rows The screen's rows without blank rows at its end.
 * @returns The request, or `undefined` when nothing seems to wait.
 */
export function readOther(rows: readonly ScreenRow[]): Request | undefined {
  const texts = unboxed(rows.map((row) => row.text));
  const last = texts.at(-1) ?? "";
  // Questions have a rule inside, above their last option.
  const tail = texts.slice(-3).join(" ");
  const waits = waitingFooter.test(last) ||
    (/^ /.test(last) && waitingFooter.test(tail));
  const asksUser = /^Enter to select\b/.test(last.trim());
  let from = texts.findLastIndex((row, at) =>
    edge.test(row) &&
    !(asksUser && /^ {2}\d+\. Chat about this/.test(texts[at + 1] ?? ""))
  );
  if (from >= 0 && kindOf(texts.slice(from)) === "plan") {
    const title = texts.findLastIndex((row) => /^ *Ready to code\?$/.test(row));
    if (title > 0) from = title - 1;
  }
  const own = texts.slice(from + 1);
  const list = optionRows(own);
  const known = asksUser ? "question" : kindOf(own);
  // A prompt in the transcript has the same sign, but at the very left.
  const ends = list !== undefined && list.indent > 0 && list.after <= 2 &&
    /^ /.test(last);
  if (!waits && !ends && (!list || known === undefined)) return undefined;
  const kind = known ?? "question";
  const block = list ? readOptions(list.rows, list.indent, kind) : undefined;
  const options = block?.options ?? keysOf(tail);
  const path = kind === "trust"
    ? trustedFolder(own)
    : kind === "plan"
    ? planPath.exec(last)?.[1]
    : undefined;
  return buildRequest({
    kind,
    details: path === undefined ? {} : { path },
    rows: own,
    highlight,
    evidence: own.slice(0, 3),
    options: block ?? { options },
    trouble: kind !== "trust"
      ? "only a person can answer this"
      : from < 0 || path === undefined
      ? "the folder is not shown"
      : block?.trouble ?? troubleWithTrust(options, block?.selected),
  });
}
