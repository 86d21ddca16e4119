import type { Option, Request, RequestKind } from "../agent.ts";
import type { ScreenRow } from "../screen_row.ts";
import { buildRequest } from "./dialog.ts";
import { readOptions } from "./options.ts";
import { otherDialogs, waitingFooter } from "./wordings.ts";

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

/** Takes a box that ends the screen off what stands in it. */
function unboxed(rows: string[]): string[] {
  if (!/^ *╰─+╯$/.test(rows.at(-1) ?? "")) return rows;
  const top = rows.findLastIndex((row) => /^ *╭─.*╮$/.test(row));
  if (top < 0) return rows;
  return rows.slice(top + 1, -1).map((row) =>
    row.replace(/^ *│/, "").replace(/ *│$/, "")
  );
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
    ? own.find((row) => /^ *(?:\/|~|[A-Za-z]:\\)\S*/.test(row))?.trim()
    : undefined;
  const keyed = block?.options.every(({ key }) => key !== undefined) ?? false;
  return buildRequest({
    kind,
    details: path === undefined ? {} : { path },
    rows: own,
    evidence: [...own.slice(0, 3), ...(block?.heads ?? [])],
    options,
    selected: block?.selected,
    trouble: kind !== "trust"
      ? "only a person can answer this"
      : from < 0 || path === undefined
      ? "the folder is not shown"
      : block?.trouble ?? (keyed ? undefined : "its options have no keys"),
  });
}
