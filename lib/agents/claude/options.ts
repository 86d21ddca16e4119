import type { Option, OptionMeaning, RequestKind } from "../agent.ts";

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
  if (kind === "startup") return "other";
  if (label === "Yes") return "once";
  if (/^Yes, and (?:switch to|use) auto mode\b/.test(label)) return "other";
  if (kind === "plan") {
    if (/^Yes, manually approve edits$/.test(label)) return "once";
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
 * @returns The options, with `trouble` set when the rows do not fit together.
 */
export function readOptions(
  rows: readonly string[],
  indent: number,
  kind: RequestKind,
): OptionBlock {
  // 2.1.197 drops the space after the number where a label fills its row.
  const numbered = new RegExp(`^ {${indent}}([❯>]| ) (\\d+)\\. ?(\\S.*)$`);
  const unnumbered = new RegExp(`^ {${indent}}([❯>]| ) (\\S.*)$`);
  const found: { key?: string; parts: string[]; head: string }[] = [];
  let selected: number | undefined;
  let trouble: string | undefined;
  for (const row of rows) {
    const match = numbered.exec(row);
    const bare = match ? null : unnumbered.exec(row);
    if (match || (bare && !found.some((option) => option.key))) {
      if (/[❯>]/.test((match ?? bare)![1]!)) {
        if (selected !== undefined) trouble = "two options are highlighted";
        selected = found.length;
      }
      found.push(
        match
          ? { key: match[2]!, parts: [match[3]!], head: row.slice(indent + 2) }
          : { parts: [bare![2]!], head: bare![2]! },
      );
      if (match && Number(match[2]) !== found.length) {
        trouble = "the options are not numbered in order";
      }
    } else if (found.length > 0 && /^ /.test(row)) {
      found.at(-1)!.parts.push(row.trim());
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
