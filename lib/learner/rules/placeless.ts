/** Kinds of arguments that mean the same in every project. */
export const placelessOperands: ReadonlySet<string> = new Set([
  "filter",
  "image",
  "nothing-path",
  "number",
  "package",
  "query",
  "scratch-path",
  "system-path",
  "text",
]);
