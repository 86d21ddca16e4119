import type { Option, Request, RequestKind } from "../agent.ts";
import { cellWidth } from "../cell_width.ts";
import { fingerprint } from "../fingerprint.ts";
import { readingsOf } from "./wrapping.ts";
import { commandMargin, pathMargin } from "./draw_dialog.ts";
import { pictured } from "./layout.ts";
import {
  meaningOf,
  numberedFooter,
  titles,
  unnumberedFooter,
} from "./wordings.ts";

/** A dialog's rows, told apart from the bottom up. */
interface Parts {
  /** The rows between the dialog's rule and its body or question. */
  head: string[] | undefined;
  /** The rows between the dotted rules; unset where there are none. */
  body: string[] | undefined;
  /** The rows of the question. */
  question: string[];
  /** The options, with their rows. */
  options: { key?: string; label: string; selected: boolean }[];
  /** Where the options' rows begin. */
  from: number;
  /** Where they end. */
  to: number;
  /** Whether rows are said to be missing. */
  cut: boolean;
}

const optionRow = /^ ([❯ ]) (?:(\d)\. )?(\S.*)$/;

/**
 * Reads a dialog from the bottom of a screen.
 *
 * @param screen The screen's rows without escapes, up to the last that is not
 *   blank.
 * @param columns The screen's width.
 * @returns The request, or `undefined` when the screen does not end in a
 *   dialog.
 */
export function readDialog(
  screen: readonly string[],
  columns: number,
): Request | undefined {
  const parts = partsOf(screen, columns);
  if (parts === undefined) return undefined;
  const title = parts.head?.[0]?.trim() ?? "";
  const kind = titles[title] ?? "command";
  const options = parts.options.map((option): Option => ({
    key: option.key,
    label: option.label,
    meaning: titles[title] === undefined
      ? "other"
      : meaningOf(kind, option.label),
  }));
  const selected = parts.options.findIndex((option) => option.selected);
  const own = parts.head === undefined ? [] : contentOf(kind, parts, columns);
  const because = incompleteBecause(title, kind, parts, own);
  const [content] = own;
  const rows = parts.body && commandRows(parts.body);
  const field = kind === "command" ? "command" : "path";
  const evidence = [
    ...parts.head ?? [],
    ...parts.body ?? [],
    ...parts.question,
    ...screen.slice(parts.from, parts.to),
  ].map((row) => row.trim()).filter((row) => row !== "");
  const description = kind === "command"
    ? parts.head?.slice(1).map((row) => row.trim()).join(" ")
    : undefined;
  return {
    kind,
    ...(content === undefined ? {} : { [field]: content }),
    ...(kind === "command" && own.length > 0 ? { readings: own } : {}),
    ...(kind === "command" && rows ? { rows } : {}),
    ...(description ? { description } : {}),
    complete: because === undefined,
    ...(because === undefined ? {} : { incompleteBecause: because }),
    options,
    selected: selected < 0 ? undefined : selected,
    fingerprint: fingerprint([
      ...parts.head ?? ["?"],
      "",
      ...parts.body ?? [],
      "",
      ...parts.question,
      ...options.map((option) => `${option.key ?? ""} ${option.label}`),
    ]),
    evidence,
  };
}

function incompleteBecause(
  title: string,
  kind: RequestKind,
  parts: Parts,
  own: readonly string[],
): string | undefined {
  if (parts.cut || parts.head === undefined) return "its top is cut off";
  if (titles[title] === undefined) return "the dialog is not known";
  if (kind !== "question" && own.length === 0) {
    return "the rows can be read in too many ways";
  }
  const shown = [...parts.head, ...parts.body ?? []];
  if (shown.some((row) => pictured.test(row))) {
    return "it holds characters that cannot be shown";
  }
  return undefined;
}

/** The command's readings or the path; empty when it cannot be told. */
function contentOf(
  kind: RequestKind,
  parts: Parts,
  columns: number,
): string[] {
  if (kind === "question") return [];
  if (kind !== "command") {
    const width = columns - pathMargin;
    const rows = (parts.head ?? []).slice(1).map((row) => row.slice(1));
    const path = rows.map((row, index) => {
      const missing = width - cellWidth(row);
      const goesOn = index < rows.length - 1;
      return goesOn && missing === 1 &&
          cellWidth(rows[index + 1]?.[0] ?? "") === 1
        ? row + " "
        : row;
    }).join("");
    return path === "" ? [] : [path];
  }
  const body = parts.body ?? [];
  const rows = commandRows(body);
  if (rows === undefined) return [];
  if (rows.length === 1 && !isFramed(body)) return rows;
  return readingsOf(rows, columns - commandMargin);
}

const isFramed = (body: readonly string[]) =>
  body.every((row) => /^ │( |$)/.test(row));

/** The rows of a command without what stands before them. */
function commandRows(body: readonly string[]): string[] | undefined {
  if (isFramed(body)) return body.map((row) => row.slice(3));
  return body.length === 1 ? body.map((row) => row.slice(1)) : undefined;
}

function partsOf(
  rows: readonly string[],
  columns: number,
): Parts | undefined {
  let at = rows.length - 1;
  const footer = rows[at];
  const numbered = footer === " " + numberedFooter;
  if (!numbered && footer !== " " + unnumberedFooter) return undefined;
  at--;
  const cut = /^ ↑ \d+ more rows$/.test(rows[at] ?? "");
  if (!cut && rows[at] !== "") return undefined;
  at--;

  const to = at + 1;
  const options: Parts["options"] = [];
  let tail: string[] = [];
  for (; at >= 0; at--) {
    const row = rows[at] ?? "";
    if (/^ {5,}\S/.test(row)) {
      tail = [row.trim(), ...tail];
      continue;
    }
    const match = optionRow.exec(row);
    if (!match || (match[2] !== undefined) !== numbered) break;
    options.unshift({
      ...(match[2] === undefined ? {} : { key: match[2] }),
      label: [match[3] ?? "", ...tail].join(" "),
      selected: match[1] === "❯",
    });
    tail = [];
  }
  if (options.length === 0) return undefined;
  const from = at + 1;
  const inOrder = options.every((option, index) =>
    !numbered || cut || option.key === String(index + 1)
  );
  if (!inOrder) return undefined;

  const isRule = (row: string | undefined, sign: string) =>
    row !== undefined && row.length >= 20 && row === sign.repeat(columns);
  const question: string[] = [];
  for (; at >= 0 && /^ \S/.test(rows[at] ?? ""); at--) {
    question.unshift(rows[at] ?? "");
  }
  const known = { question, options, from, to, cut };
  const none = { ...known, head: undefined, body: undefined };
  if (rows[at] !== "" || question.length === 0) return cut ? none : undefined;
  at--;

  let body: string[] | undefined;
  if (isRule(rows[at], "╌")) {
    body = [];
    for (at--; at >= 0 && !isRule(rows[at], "╌"); at--) {
      body.unshift(rows[at] ?? "");
    }
    if (at < 0) return cut ? none : undefined;
    at--;
  }
  const head: string[] = [];
  for (; at >= 0 && !isRule(rows[at], "─"); at--) head.unshift(rows[at] ?? "");
  if (at < 0) return cut ? none : undefined;
  return { ...known, head, body };
}
