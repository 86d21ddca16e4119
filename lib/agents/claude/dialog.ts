import type { Option, OptionMeaning, Request, RequestKind } from "../agent.ts";
import { fingerprint } from "../fingerprint.ts";
import type { ScreenRow } from "../screen_row.ts";
import { callOf, isRuled } from "./call.ts";
import { isRule } from "./composer.ts";
import { readOptions } from "./options.ts";
import {
  helperTitle,
  permissionFooter,
  permissionQuestion,
  permissionQuestions,
  permissionTitles,
  scrolledAway,
} from "./wordings.ts";

/** The most rows that are looked for again before a key is sent. */
const mostEvidence = 60;

/** Builds the request from what was found, with its name and its evidence. */
export function buildRequest(found: {
  kind: RequestKind;
  details?: Partial<Request>;
  /** The dialog's own rows, frame excluded. */
  rows: readonly string[];
  /** Rows to look for before a key is sent. */
  evidence: readonly string[];
  options: readonly Option[];
  selected: number | undefined;
  /** Why it must not be answered; unset when it may. */
  trouble: string | undefined;
}): Request {
  // The highlight may move without the dialog becoming another one.
  const own = found.rows.map((row) => row.replace(/^( *)[❯>] /, "$1  "));
  const evidence = found.evidence.map((row) => row.trim())
    .filter((row) => row !== "");
  return {
    kind: found.kind,
    ...found.details,
    complete: found.trouble === undefined,
    ...(found.trouble === undefined
      ? {}
      : { incompleteBecause: found.trouble }),
    options: found.options,
    selected: found.selected,
    fingerprint: fingerprint([found.kind, ...own]),
    evidence: [...new Set(evidence)].slice(0, mostEvidence),
  };
}

/** Where the parts of a permission dialog stand. */
interface Parts {
  /** Index of the rule above the title; -1 when it is out of view. */
  frame: number;
  /** Index of the question's first row. */
  question: number;
  /** Indexes of the option rows, end excluded. */
  first: number;
  end: number;
  /** Whether some of it is said to be out of view. */
  scrolled: boolean;
}

function findParts(
  rows: readonly ScreenRow[],
  columns: number,
): Parts | undefined {
  const text = (at: number) => rows[at]?.text ?? "";
  let end = rows.length;
  let scrolled = false;
  let footer = false;
  // A footer can take more than one row in a narrow pane.
  for (let at = rows.length - 1; at >= Math.max(0, rows.length - 3); at--) {
    if (!permissionFooter.test(text(at))) continue;
    if (at < rows.length - 1 && !/^ \S/.test(text(at + 1))) break;
    footer = true;
    end = at;
    break;
  }
  while (
    end > 0 && (text(end - 1) === "" || scrolledAway.test(text(end - 1)))
  ) {
    if (scrolledAway.test(text(end - 1))) scrolled = true;
    end--;
  }
  let first = end;
  while (first > 0 && /^ (?:[❯>] | {2})\S|^ {4,}\S/.test(text(first - 1))) {
    first--;
  }
  const last = text(end - 1);
  if (first === end || (!footer && !/\(esc\)$/.test(last))) return undefined;
  let question = first - 1;
  // The question wraps in a narrow pane: its rows stand together.
  while (
    question > 0 && /^ \S/.test(text(question)) &&
    !/^ Do you /.test(text(question))
  ) question--;
  const asked = rows.slice(question, first).map((row) => row.text.trim()).join(
    " ",
  );
  if (!permissionQuestion.test(asked)) return undefined;
  let frame = question - 1;
  while (frame >= 0 && !isRule(text(frame), columns)) frame--;
  return { frame, question, first, end, scrolled };
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
  const { frame, question, first, end, scrolled } = parts;
  const asked = rows.slice(question, first).map((row) => row.text.trim())
    .join(" ");
  const [title, helper] = frame < 0
    ? []
    : rows[frame + 1]!.text.trim().split(helperTitle);
  const byTitle = title === undefined ? undefined : permissionTitles[title];
  const byQuestion = permissionQuestions.find(([pattern]) =>
    pattern.test(asked)
  )?.[1];
  const kind = byTitle ?? byQuestion ?? "question";
  const block = readOptions(
    rows.slice(first, end).map((row) => row.text),
    1,
    kind,
  );
  // Without its title, what stands between the rules is only for people.
  const body = rows.slice(frame < 0 ? 0 : frame + 2, question);
  const call = byTitle || isRuled(body, columns)
    ? callOf(kind, body, columns)
    : undefined;
  const trouble = frame < 0 || scrolled
    ? "its top is out of view"
    : byTitle === undefined
    ? "this kind of dialog is not known"
    : block.trouble ?? troubleWith(block.options) ?? call?.trouble;
  const {
    trouble: callTrouble,
    evidence = [],
    kind: callKind,
    settledByRecord,
    ...details
  } = call ?? {};
  // A record can say what rows stand for, not what is out of view.
  const settled = settledByRecord && trouble === callTrouble;
  return buildRequest({
    kind: callKind ?? kind,
    details: {
      ...details,
      ...(helper === undefined ? {} : { helper }),
      ...(settled ? { settledByRecord } : {}),
    },
    rows: rows.slice(frame + 1, end).map((row) => row.text),
    evidence: [title ?? "", ...evidence, asked.split("\n")[0]!, ...block.heads],
    options: block.options,
    selected: block.selected,
    trouble,
  });
}
