import type { Option, OptionMeaning } from "../agent.ts";

/** The choices that end a dialog. */
export interface Choices {
  /** The choices, top to bottom. */
  readonly options: readonly Option[];
  /** Index of the highlighted one. */
  readonly selected: number | undefined;
  /** The first row of each choice without its highlight, trimmed. */
  readonly heads: readonly string[];
  /** Index of the first row that belongs to them. */
  readonly first: number;
  /** Index of the row after the last one that does. */
  readonly end: number;
  /** Why they are not understood; unset when they are. */
  readonly trouble?: string;
}

/** A choice: highlight, perhaps a check mark, number, label. */
const choice = /^( *)([●›❯>]| ) (?:\[(?:x|✓| )\] )? ?(\d{1,2})\. +(\S.*)$/;

/**
 * Reads the numbered choices that stand last in some rows.
 *
 * What stands under a choice, indented, describes it and is no part of its
 * label.
 *
 * @param rows The rows of a dialog, without its frame.
 * @param meaningOf Tells what a choice does from its label.
 * @returns The choices; `undefined` when there are none.
 *
 * @example Usage
 * ```ts
 * import { readChoices } from "./choices.ts";
 * import assert from "node:assert/strict";
 *
 * const rows = [" Go on?", "", " ● 1. Yes", "   2. No"];
 * const choices = readChoices(rows, () => "other");
 * assert.deepEqual(choices?.options.map(({ key }) => key), ["1", "2"]);
 * assert.equal(choices?.selected, 0);
 * ```
 */
export function readChoices(
  rows: readonly string[],
  meaningOf: (label: string) => OptionMeaning,
): Choices | undefined {
  const matches = rows.map((row) => choice.exec(row));
  const last = matches.findLastIndex((match) => match);
  if (last < 0) return undefined;
  // The numbers begin the labels' column; what describes a choice is indented.
  const column = matches[last]![1]!.length;
  const belongs = (at: number) =>
    matches[at] ? matches[at]![1]!.length === column : rows[at] !== "" &&
      rows[at]!.startsWith(" ".repeat(column + 4));
  let first = last;
  while (first > 0 && belongs(first - 1)) first--;
  while (!matches[first]) first++;
  let end = last + 1;
  while (end < rows.length && belongs(end)) end++;
  const own = matches.slice(first, end).filter((match) => match !== null);
  const lit = own.flatMap(([, , mark], at) => mark === " " ? [] : [at]);
  const trouble = own.some(([, , , key], at) => Number(key) !== at + 1)
    ? "the options are not numbered in order"
    : lit.length > 1
    ? "two options are highlighted"
    : own.some(([, , , , label]) =>
        label!.endsWith("…") && !label!.includes(" ")
      )
    ? "an option is cut"
    : undefined;
  return {
    options: own.map(([, , , key, text]) => {
      const label = text!.trimEnd();
      return { key, label, meaning: meaningOf(label) };
    }),
    selected: lit[0],
    heads: own.map((match) => match[0].replace(/^ *[●›❯>] /, "").trim()),
    first,
    end,
    ...(trouble === undefined ? {} : { trouble }),
  };
}

/** Highlights a choice, after its indentation. */
export const highlight: RegExp = /^( *)[●›❯>] /;

/**
 * Finds the folder whose trust is asked for, in the choice that gives it.
 *
 * @param choices The dialog's choices.
 * @returns The folder's name as it is shown.
 */
export function trustedFolder(
  choices: Choices | undefined,
): string | undefined {
  for (const { label } of choices?.options ?? []) {
    const folder = /^Trust folder \((.+)\)$/.exec(label)?.[1];
    if (folder !== undefined) return folder;
  }
  return undefined;
}
