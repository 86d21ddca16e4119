import type { Option, OptionMeaning, Request, RequestKind } from "../agent.ts";
import { buildRequest } from "../build_request.ts";
import type { ScreenRow } from "../screen_row.ts";
import { divide } from "./body.ts";
import { callOf } from "./call.ts";
import { findParts } from "./dialog_parts.ts";
import { readOptions } from "./options.ts";
import {
  helperTitle,
  highlight,
  olderNo,
  permissionQuestions,
  permissionTitles,
  questionNamesFile,
  titledFile,
} from "./wordings.ts";

/** What a dialog's title says. */
interface Title {
  readonly text: string;
  /** What is asked for; unset where the title is not known. */
  readonly kind: RequestKind | undefined;
  readonly helper?: string;
  /** The path that stands beside it. */
  readonly path?: string;
}

function titleOf(row: ScreenRow): Title {
  const [text = "", helper] = row.text.trim().split(helperTitle);
  const beside = titledFile.exec(text);
  const name = beside?.[1] ?? text;
  return {
    text: name,
    kind: Object.hasOwn(permissionTitles, name)
      ? permissionTitles[name]
      : undefined,
    ...(helper === undefined ? {} : { helper }),
    ...(beside ? { path: beside[2]! } : {}),
  };
}

/** Whether a question is one that a dialog with such a title asks. */
function fits(kind: RequestKind, asked: RequestKind | undefined): boolean {
  return asked === undefined || asked === kind ||
    (asked === "command" && (kind === "read" || kind === "mcp"));
}

/** Why options are not those of a dialog as it is known, if so. */
function troubleWith(options: readonly Option[]): string | undefined {
  if (options.some(({ key }) => key === undefined)) {
    return "its options have no keys";
  }
  const count = (meaning: OptionMeaning) =>
    options.filter((option) => option.meaning === meaning).length;
  return count("once") === 1 && count("deny") === 1
    ? undefined
    : "its options are not known";
}

/** The file that a question names, for want of the title above it. */
function namedIn(asked: string): { path?: string } {
  const name = questionNamesFile.exec(asked)?.[1];
  return name === undefined ? {} : { path: name };
}

/**
 * Reads a permission dialog that ends the screen.
 *
 * @param rows The screen's rows without blank rows at its end.
 * @param columns The width of the pane.
 * @returns The request, or `undefined` when the screen ends in something else.
 */
export function readPermission(
  rows: readonly ScreenRow[],
  columns: number,
): Request | undefined {
  const parts = findParts(rows, columns);
  if (!parts) return undefined;
  const { title: titleAt, question, first, end } = parts;
  const asked = rows.slice(question, first).map((row) => row.text.trim())
    .join(" ");
  const title = titleAt === undefined ? undefined : titleOf(rows[titleAt]!);
  const byQuestion = permissionQuestions.find(([pattern]) =>
    pattern.test(asked)
  )?.[1];
  const kind = title?.kind ?? byQuestion ?? "question";
  const block = readOptions(
    rows.slice(first, end).map((row) => row.text),
    1,
    kind,
    columns,
  );
  // Without its title, what stands between the rules is only for people.
  const body = rows.slice(titleAt === undefined ? 0 : titleAt + 1, question);
  const call = title?.kind !== undefined || divide(body, columns)
    ? callOf(kind, body, columns, {
      ...(title?.path === undefined ? {} : { path: title.path }),
      spacesShown: block.options.some(({ label }) => olderNo.test(label)),
    })
    : undefined;
  const trouble = title === undefined
    ? "its top is out of view"
    : parts.trouble ??
      (title.kind === undefined
        ? "this kind of dialog is not known"
        : !fits(title.kind, byQuestion)
        ? "its title and its question do not fit"
        : block.trouble ?? troubleWith(block.options) ?? call?.trouble);
  const {
    trouble: callTrouble,
    evidence = [],
    kind: callKind,
    ...details
  } = call ?? {};
  return buildRequest({
    kind: callKind ?? kind,
    details: {
      ...(title === undefined ? namedIn(asked) : {}),
      ...details,
      ...(title?.helper === undefined ? {} : { helper: title.helper }),
    },
    rows: rows.slice(titleAt ?? 0, end).map((row) => row.text),
    highlight,
    evidence: [title?.text ?? "", ...evidence, rows[question]!.text],
    options: block,
    trouble,
    callTrouble,
  });
}
