/** What people would call the kinds of arguments in a pattern. */
export const operandWords: Readonly<Record<string, string>> = {
  "project-path": "files of the project",
  "scratch-path": "scratch files",
  "system-path": "files of the system",
  "outside-path": "files outside the project",
  "hidden-path": "hidden files",
  "found-path": "the files that are found",
  "nothing-path": "/dev/null",
  text: "any text",
  input: "what it is fed",
  filter: "any filter",
  "test-filter": "any test's name",
  ref: "any revision",
  "new-branch": "a new branch",
  number: "any number",
  package: "any package",
  image: "any image",
};

/** Kinds of arguments that stand for much. */
export const wideOperands: ReadonlySet<string> = new Set([
  "text",
  "outside-path",
  "system-path",
  "package",
  "image",
]);

/** What people would call the programs of patterns that are none. */
export const programWords: Readonly<Record<string, string>> = {
  "any-reader": "any command that only reads",
  "edit file": "edits",
  "write file": "writing files",
  "read file": "reading files",
  "fetch address": "fetching pages",
  "web search": "searching the web",
};
