import type { AgentState, Request, RequestKind } from "../agent.ts";
import type { ScreenRow } from "../screen_row.ts";
import { buildRequest } from "../build_request.ts";
import {
  highlight,
  readChoices,
  trustedFolder,
} from "../gemini_family/choices.ts";
import { type Frame, frameAt } from "../gemini_family/frame.ts";
import { meaningOf } from "../gemini_family/meanings.ts";
import {
  limitChoices,
  limitRow,
  planMeanings,
  resetTime,
  startupRows,
  titles,
  trustMeanings,
  trustQuestion,
  waitingFooter,
} from "./wordings.ts";

/** What a box asks for, if anything is known of it. */
function kindOf(rows: readonly string[]): RequestKind | undefined {
  const texts = rows.map((row) => row.trim());
  const title = titles[texts.find((row) => row !== "") ?? ""];
  if (title) return title;
  if (texts.includes(trustQuestion)) return "trust";
  return texts.some((row) => startupRows.some((known) => known.test(row)))
    ? "startup"
    : undefined;
}

/** The box that ends the screen; a line of hints may stand under it. */
function lastFrame(
  rows: readonly ScreenRow[],
): { frame: Frame; below: string[] } | undefined {
  for (let at = rows.length - 1; at >= Math.max(0, rows.length - 4); at--) {
    const frame = frameAt(rows, at);
    if (!frame) continue;
    const below = rows.slice(at + 1).map((row) => row.text.trim())
      .filter((row) => row !== "");
    return { frame, below };
  }
  return undefined;
}

function readBox(
  frame: Frame,
  below: readonly string[],
  columns: number,
): Request | undefined {
  const found = frame.top < 0 ? undefined : kindOf(frame.rows);
  // Its own frame leaves a cell free on both sides; what is quoted does not.
  const own = frame.indent === 1 && frame.width >= columns - 2;
  const known = found === "trust" && !own ? undefined : found;
  const kind = known ?? "question";
  const choices = readChoices(
    frame.rows,
    meaningOf(
      kind === "trust" ? trustMeanings : kind === "plan" ? planMeanings : [],
    ),
  );
  const waits = [...frame.rows, ...below]
    .some((row) => waitingFooter.test(row.trim()));
  const lit = choices !== undefined && choices.selected !== undefined;
  if (known === undefined && !waits && !lit) return undefined;
  const said = frame.rows.slice(0, choices?.first)
    .map((row) => row.trim()).filter((row) => row !== "");
  const folder = kind === "trust" ? trustedFolder(choices) : undefined;
  return buildRequest({
    kind,
    details: folder === undefined ? {} : { path: folder },
    rows: frame.rows,
    highlight,
    evidence: said.slice(0, 4),
    options: choices,
    trouble: kind !== "trust" || folder === undefined || !choices
      ? "only a person can answer this"
      : choices.trouble ??
        (frame.top < 0 ? "its top is out of view" : said.length > 6
          // What the folder brings along, or what is wrong with it.
          ? "it says more than it usually does"
          : undefined),
  });
}

/** A menu of ways out of a usage limit, if it is one. */
function limitOf(menu: Request, frame: Frame): AgentState | undefined {
  const { options } = menu;
  if (options.length < 2) return undefined;
  if (!options.every(({ label }) => limitChoices.test(label))) {
    return undefined;
  }
  const said = frame.rows.map((row) => row.trim());
  if (!said.some((row) => limitRow.test(row))) return undefined;
  const resets = resetTime.exec(said.join(" "))?.[1];
  const { incompleteBecause: _, ...known } = menu;
  const whole = frame.top >= 0 && frame.even;
  return {
    state: "limited",
    ...(resets === undefined ? {} : { resets }),
    menu: whole ? { ...known, complete: true } : menu,
  };
}

/**
 * Reads whatever else can wait for a person at the end of the screen: a
 * question, a plan, the folder's trust, a picker, a start-up screen, a usage
 * limit's menu. None of it but the folder's trust is answered without a person.
 *
 * @param rows The screen's rows without blank rows at its end.
 * @param columns The width of the pane.
 * @returns What Gemini waits for, or `undefined` when nothing seems to wait.
 */
export function readOther(
  rows: readonly ScreenRow[],
  columns: number,
): AgentState | undefined {
  const found = lastFrame(rows);
  if (!found) return undefined;
  const request = readBox(found.frame, found.below, columns);
  if (!request) return undefined;
  return limitOf(request, found.frame) ?? { state: "asking", request };
}
