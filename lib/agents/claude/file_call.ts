import type { ScreenRow } from "../screen_row.ts";
import { type Body, type Call, textsOf } from "./body.ts";

/** Why a path as it is drawn cannot be relied on, if so. */
function doubtInPath(path: string): string | undefined {
  if (path.includes("…")) return "its path is cut";
  return path.includes("\ufffd") ? "a character in it is not shown" : undefined;
}

/**
 * Reads a file's path above its content or its changes.
 *
 * @param body The dialog's body.
 * @param titled The path that stands beside the title, where it does.
 * @returns What is asked for.
 */
export function fileCall(body: Body | undefined, titled?: string): Call {
  const named = titled === undefined ? {} : { path: titled };
  if (!body) return { ...named, trouble: "its layout is not known" };
  const head = body.head.map((row) => row.text.slice(1));
  const [path, ...more] = titled === undefined ? head : [titled, ...head];
  const content = body.content.map((row) => row.text);
  if (!path || more.length > 0) {
    return {
      ...named,
      evidence: content,
      trouble: "its path is not understood",
    };
  }
  // A lone ellipsis at the left stands in for changes until they are drawn.
  const drawn = content.length > 0 &&
    content.every((row) => row === "" || row.startsWith(" "));
  const trouble = !drawn
    ? "it is still being drawn"
    : body.notes.some((row) => row.text !== "")
    ? "a note in it is not understood"
    : doubtInPath(path);
  return {
    path,
    evidence: [path, ...content],
    ...(trouble === undefined ? {} : { trouble }),
  };
}

/**
 * Reads `Read(/etc/hosts)`, alone between rules or blank rows.
 *
 * @param body The dialog's body, where it is divided.
 * @param rows The rows between title and question.
 * @returns What is asked for.
 */
export function readCall(
  body: Body | undefined,
  rows: readonly ScreenRow[],
): Call {
  const own = textsOf(body?.content ?? rows);
  const path = own.length === 1
    ? /^Read\((\S.*)\)$/.exec(own[0]!)?.[1]
    : undefined;
  if (path === undefined || path.includes(" · ")) {
    return { evidence: own, trouble: "what it reads is not understood" };
  }
  // The head says so where a link leads elsewhere.
  const trouble = body && textsOf([...body.head, ...body.notes]).length > 0
    ? "a note in it is not understood"
    : doubtInPath(path);
  return { path, evidence: own, ...(trouble === undefined ? {} : { trouble }) };
}
