/** Delimiters of here-documents that are plainly written. */
const delimiter = /<<(-?)[ \t]*(?:'([^']*)'|"([^"$`\\]*)"|\\?([\w.,:%+/@-]+))/g;

/**
 * Tells what the rows of a command cannot show, where that could change what
 * it does: characters drawn as a stand-in, and spaces or tabs that decide
 * where a here-document ends.
 *
 * @param rows The rows.
 * @returns The reason to want the exact text from elsewhere, if there is one.
 *
 * @example Usage
 * ```ts
 * import { doubtIn } from "./doubts.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(doubtIn(["cat <<EOF", "hi", "EOF"]), undefined);
 * assert.ok(doubtIn(["cat <<EOF", "EOF", "rm x", "EOF"]));
 * ```
 */
export function doubtIn(rows: readonly string[]): string | undefined {
  const text = rows.join("\n");
  if (text.includes("\ufffd")) return "a character in it is not shown";
  if (/\\ {2}/.test(text)) return "a tab in it may look like spaces";
  const documents = text.split("<<").length - 1 -
    2 * (text.split("<<<").length - 1);
  if (documents <= 0) return undefined;
  const found = [...text.matchAll(delimiter)];
  const words = new Set(found.map(([, , a, b, c]) => a ?? b ?? c ?? ""));
  const plain = found.length >= documents && !found.some(([, dash]) => dash);
  // Spaces after a delimiter keep it from ending its document, and are not
  // drawn: where it stands twice, either can be the end.
  const once = [...words].every((word) =>
    rows.filter((row) => row.trim() === word).length <= 1
  );
  return plain && once
    ? undefined
    : "where its here-document ends is not shown";
}
