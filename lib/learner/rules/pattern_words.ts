/** What people would call the kinds of arguments in a pattern. */
const operandWords: Readonly<Record<string, string>> = {
  "project-path": "files of the project",
  "scratch-path": "scratch files",
  "system-path": "files of the system",
  "outside-path": "files outside the project",
  "hidden-path": "hidden files",
  "found-path": "the files that are found",
  "nothing-path": "/dev/null",
  "defining-path": "files that define commands",
  "own-path": "files that the agent made itself",
  "own-folder": "folders that the agent made itself",
  text: "any text",
  input: "what it is fed",
  fed: "what it is fed",
  query: "any query in an address",
  filter: "any filter",
  "test-filter": "any test's name",
  ref: "any revision",
  "new-branch": "a new branch",
  number: "any number",
  uuid: "any UUID",
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

/** Flags with which programs run code that stands in the line. */
export const inlineCode: Readonly<Record<string, readonly string[]>> = {
  python: ["-c", "-"],
  node: ["-e", "-p", "-"],
};

/** What people would call the programs of patterns that are none. */
export const programWords: Readonly<Record<string, string>> = {
  "any-reader": "any command that only reads",
  "edit file": "edits",
  "write file": "writing files",
  "read file": "reading files",
  "fetch address": "fetching pages",
  "web search": "searching the web",
};

/**
 * What people would call a kind of arguments.
 *
 * @param kind The kind, as patterns write it.
 * @returns Its name.
 */
export function operandName(kind: string): string {
  if (kind.startsWith("under:")) return `files in ${kind.slice(6)}`;
  if (kind.startsWith("outside:")) return `files in ${kind.slice(8)}`;
  if (kind.startsWith("folder:")) return `folders called ${kind.slice(7)}`;
  if (kind.startsWith("in:")) return `the folder ${kind.slice(3)}`;
  return operandWords[kind] ?? kind;
}
