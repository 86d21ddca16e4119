import type { Option, OptionMeaning, RequestKind } from "../agent.ts";
import { isSpilled } from "./spilled.ts";

/** The options of a dialog as read from its rows. */
export interface OptionBlock {
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
 * Tells what choosing an option does from its label, never from its place:
 * the same digit means different things in different releases.
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
 * assert.equal(meaningOf("Yes", "command"), "once");
 * assert.equal(meaningOf("Yes, and switch to auto mode", "command"), "other");
 * assert.equal(meaningOf("No", "command"), "deny");
 * ```
 */
export function meaningOf(label: string, kind: RequestKind): OptionMeaning {
  if (kind === "question") return "other";
  if (/^No(?:$|[, ])/.test(label)) return "deny";
  // A row that takes a text: the key opens it, Escape denies.
  if (/^Type here to tell Claude what to \w+/.test(label)) return "deny";
  if (kind === "startup") return "other";
  if (label === "Yes") return "once";
  if (/^Yes, and (?:switch to|use) auto mode\b/.test(label)) return "other";
  if (kind === "plan") {
    if (/^Yes, (?:and )?manually approve edits$/.test(label)) return "once";
    if (/^Yes, and auto-accept edits$/.test(label)) return "always";
    if (/^(?:Tell Claude what to change|No, keep planning)/.test(label)) {
      return "deny";
    }
    return "other";
  }
  if (kind === "trust") {
    return /^Yes, (?:I trust this folder|proceed)$/.test(label)
      ? "once"
      : "other";
  }
  if (
    /^Yes\b.*(?:don['’]t ask again|\balways\b|\ballow\b|accept edits|this session)/
      .test(label)
  ) return "always";
  return "other";
}

/**
 * Reads a block of option rows.
 *
 * @param rows The rows, without blank rows around them.
 * @param indent Where the highlight stands.
 * @param kind The dialog's kind.
 * @param columns The width of the pane, where a label can fill it.
 * @returns The options, with `trouble` set when the rows do not fit together.
 */
export function readOptions(
  rows: readonly string[],
  indent: number,
  kind: RequestKind,
  columns = Infinity,
): OptionBlock {
  // Where a label fills its row, 2.1.197 drops the space after the number,
  // 2.0.76 the one before it.
  const numbered = new RegExp(`^ {${indent}}([❯>]| ) ?(\\d+)\\. ?(\\S.*)$`);
  const unnumbered = new RegExp(`^ {${indent}}([❯>]| ) (\\S.*)$`);
  const found: { key?: string; parts: string[]; head: string }[] = [];
  let selected: number | undefined;
  let trouble: string | undefined;
  for (const [at, row] of rows.entries()) {
    const last = found.at(-1);
    const match = numbered.exec(row);
    const bare = match ? null : unnumbered.exec(row);
    if (last && isSpilled(rows, at, columns)) {
      last.parts.push(`${last.parts.pop()}${row}`);
    } else if (match || (bare && !found.some((option) => option.key))) {
      if (/[❯>]/.test((match ?? bare)![1]!)) {
        if (selected !== undefined) trouble = "two options are highlighted";
        selected = found.length;
      }
      found.push(
        match
          ? { key: match[2]!, parts: [match[3]!], head: row.slice(indent + 1) }
          : { parts: [bare![2]!], head: bare![2]! },
      );
      if (match && Number(match[2]) !== found.length) {
        trouble = "the options are not numbered in order";
      }
    } else if (last && /^ /.test(row)) {
      // What does not stand right under the label of a box to tick is about it.
      const describes = /^\[.\] /.test(last.parts[0]!) &&
        row.search(/\S/) !== indent + 5;
      if (!describes) last.parts.push(row.trim());
    } else trouble = "a row among the options is not understood";
  }
  if (found.length === 0) trouble = "no options";
  return {
    options: found.map(({ key, parts }) => {
      const label = parts.join(" ");
      return { key, label, meaning: meaningOf(label, kind) };
    }),
    selected,
    heads: found.map(({ head }) => head.trim()),
    ...(trouble === undefined ? {} : { trouble }),
  };
}
