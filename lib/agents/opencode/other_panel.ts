import type { Option, Request } from "../agent.ts";
import { buildRequest } from "../build_request.ts";
import { findButtons } from "./buttons.ts";
import { isTitled, type Panel } from "./panel.ts";
import {
  alwaysButtons,
  alwaysTitle,
  questionHints,
  rejectTitle,
} from "./wordings.ts";

/** The page that asks whether always is really meant. */
function readAlways(panel: Panel, texts: readonly string[]): Request {
  const buttons = findButtons(panel, alwaysButtons);
  return buildRequest({
    kind: "question",
    rows: texts,
    options: buttons,
    trouble: "it is about more than one request",
  });
}

/** The page that asks what a helper is to do instead. */
function readReject(texts: readonly string[]): Request {
  return buildRequest({
    kind: "question",
    details: { confirms: "deny" },
    rows: texts.slice(0, 4),
    options: {
      options: [
        { key: "Enter", label: "confirm", meaning: "deny" },
        { key: "Escape", label: "cancel", meaning: "other" },
      ],
    },
    trouble: "what is turned down is not shown",
  });
}

/** Which option's number stands on another ground than the others'. */
function selectedOf(
  panel: Panel,
  heads: readonly number[],
): number | undefined {
  const grounds = heads.map((at) =>
    panel.rows[at]!.runs?.find((run) => /\d\./.test(run.text))?.background
  );
  const lit = grounds.flatMap((ground, at) =>
    grounds.filter((one) => one === ground).length === 1 ? [at] : []
  );
  return heads.length > 2 && lit.length === 1 ? lit[0] : undefined;
}

/** A panel with questions. */
function readQuestion(
  panel: Panel,
  texts: readonly string[],
): Request | undefined {
  const hints = texts.findLastIndex((row) => row !== "");
  if (!questionHints.test((texts[hints] ?? "").trim())) return undefined;
  const heads: number[] = [];
  const options: Option[] = [];
  texts.slice(0, hints).forEach((text, at) => {
    const match = /^ {2}(\d+)\. (.+)$/.exec(text);
    if (!match || Number(match[1]) !== options.length + 1) {
      // A long label goes on below; what describes it is indented further.
      return;
    }
    const label = match[2]!.replace(/^\[[ ✓]\] | ✓$/g, "");
    heads.push(at);
    // Only the first nine answer to their digit.
    const key = options.length < 9 ? match[1]! : undefined;
    options.push({ key, label, meaning: "other" });
  });
  return buildRequest({
    kind: "question",
    rows: texts.slice(0, hints),
    options: { options, selected: selectedOf(panel, heads) },
    trouble: "questions are for a person",
  });
}

/**
 * Reads a panel that wants an answer but asks for no permission.
 *
 * @param panel The panel that ends the screen.
 * @returns What it asks, or `undefined` when it is no such panel.
 */
export function readOther(panel: Panel): Request | undefined {
  const texts = panel.rows.map((row) => row.text);
  if (texts[0] !== "") return undefined;
  if (isTitled(panel, alwaysTitle)) return readAlways(panel, texts);
  if (isTitled(panel, rejectTitle)) return readReject(texts);
  return readQuestion(panel, texts);
}
