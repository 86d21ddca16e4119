import type { Option, OptionMeaning, RequestKind } from "../agent.ts";
import { meanings, scrolledAway } from "./wordings.ts";

/** The options of a dialog as read from its rows. */
export interface OptionBlock {
  /** Index of the first option's row. */
  readonly first: number;
  /** The options, top to bottom. */
  readonly options: readonly Option[];
  /** Index of the highlighted one. */
  readonly selected: number | undefined;
  /** The first row of each option without its highlight, trimmed. */
  readonly heads: readonly string[];
  /** Why the rows are not understood; unset when they are. */
  readonly trouble?: string;
}

/**
 * Tells what choosing an option does from its whole label, never from its
 * place: the same digit means different things from dialog to dialog.
 *
 * @param label The option's text.
 * @param kind The dialog's kind.
 * @returns `once` only for labels that approve this one request and no more.
 *
 * @example Usage
 * ```ts
 * import { meaningOf } from "./options.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(meaningOf("Yes, proceed (y)", "command"), "once");
 * assert.equal(meaningOf("Yes, proceed and more", "command"), "other");
 * ```
 */
export function meaningOf(label: string, kind: RequestKind): OptionMeaning {
  const known = meanings[kind]?.find(([pattern]) => pattern.test(label));
  return known?.[1] ?? "other";
}

/**
 * Reads the numbered options that end at a row.
 *
 * @param rows The screen's rows.
 * @param end Index of the row after the last option's.
 * @param indent How far the list is indented.
 * @param kind What the dialog is, for what the labels mean.
 * @returns The options, or `undefined` when there are none.
 */
export function readOptions(
  rows: readonly string[],
  end: number,
  indent: number,
  kind: RequestKind,
): OptionBlock | undefined {
  const blanks = " ".repeat(indent);
  const numbered = new RegExp(`^${blanks}(› | {2})(\\d+)\\. (\\S.*)$`);
  const numberAt = (at: number) => Number(numbered.exec(rows[at]!)?.[2]);
  let top = end;
  while (top > 0 && rows[top - 1]!.trim() !== "") top--;
  // What is asked for can look like options too: the last list counts.
  let first = end - 1;
  while (first > top && numberAt(first) !== 1) first--;
  if (numberAt(first) !== 1) {
    while (first < end && !numbered.test(rows[first]!)) first++;
  }
  if (first >= end || Number.isNaN(numberAt(first))) return undefined;
  const found: { key: string; parts: string[]; head: string }[] = [];
  let selected: number | undefined;
  let trouble = numberAt(first) === 1
    ? undefined
    : "its options do not fit the pane";
  for (let at = first; at < end; at++) {
    const row = rows[at]!;
    const [, sign, key, text] = numbered.exec(row) ?? [];
    if (key !== undefined && text !== undefined) {
      if (sign === "› ") {
        if (selected !== undefined) trouble = "two options are highlighted";
        selected = found.length;
      }
      if (Number(key) !== Number(found[0]?.key ?? key) + found.length) {
        trouble = "the options are not numbered in order";
      }
      found.push({ key, parts: [text], head: `${key}. ${text}` });
    } else if (row.startsWith(`${blanks}     `)) {
      found.at(-1)!.parts.push(row.trim());
    } else if (!scrolledAway.test(row)) {
      trouble = "a row among the options is not understood";
    }
  }
  return {
    first,
    options: found.map(({ key, parts }) => {
      const label = parts.join(" ");
      return { key, label, meaning: meaningOf(label, kind) };
    }),
    selected,
    heads: found.map(({ head }) => head.trim()),
    ...(trouble === undefined ? {} : { trouble }),
  };
}

/**
 * Tells why options are not those of a dialog that may be answered, if so.
 *
 * @param options The options.
 */
export function doubtInOptions(options: readonly Option[]): string | undefined {
  const count = (meaning: OptionMeaning) =>
    options.filter((option) => option.meaning === meaning).length;
  return count("once") === 1 && count("deny") === 1 && count("other") === 0
    ? undefined
    : "its options are not known";
}
