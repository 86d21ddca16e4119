import type { SimpleCommand, Word } from "../../shell/mod.ts";

/**
 * The paths that a command makes if nothing is there.
 *
 * @param command The command.
 * @param isOwn Whether the agent made what lies at a path.
 * @returns The paths as they stand in it, folders before what is in them.
 */
export function makes(
  command: SimpleCommand,
  isOwn: (path: string) => boolean,
): string[] {
  const { name, arguments: words, redirects } = command;
  const program = name?.value ?? "";
  const made = redirects.filter(({ operator, descriptor = "1" }) =>
    operator === ">" && descriptor === "1"
  ).map(({ target }) => target);
  const operands = words.filter(({ text }) => !text.startsWith("-"));
  if (/^(mkdir|touch|tee)$/.test(program)) made.push(...operands);
  if (program === "mkdir") made.unshift(...operands.flatMap(foldersAround));
  const [source, target] = operands;
  const pair = words.length === 2 && target !== undefined &&
    // Without a suffix it may be a folder that the file goes into.
    (suffix.test(target.text) || !suffix.test(source!.text));
  if (program === "cp" && pair) made.push(target);
  if (program === "mv" && pair && isOwn(source!.value ?? "")) made.push(target);
  const built = builds(command);
  return [...made.map(({ value }) => value), ...built]
    .filter((value) => value !== undefined);
}

/**
 * The programs that a command builds from code, by their names.
 *
 * @param command The command.
 * @returns The paths as they stand in it.
 */
export function builds({ name, arguments: words }: SimpleCommand): string[] {
  const builder = name?.value === "go"
    ? /^(build|test)$/.test(words[0]?.value ?? "")
    : /^(g?cc|[gc]\+\+|clang(\+\+)?|rustc)$/.test(name?.value ?? "");
  const at = words.findIndex(({ value }) => value === "-o");
  const path = at < 0 ? undefined : words[at + 1]?.value;
  return builder && path !== undefined ? [path] : [];
}

/**
 * Whether a command leaves the files as they are that it names.
 *
 * @param command The command.
 * @returns Whether it only looks at them or runs them.
 */
export function leavesFiles({ name, redirects }: SimpleCommand): boolean {
  const program = name?.value ?? "";
  const writes = redirects.some(({ operator }) => operator.includes(">"));
  return (looksAt.has(program) || program.includes("/")) && !writes;
}

/** Programs that change nothing of the files that they are given. */
const looksAt: ReadonlySet<string> = new Set(
  "cd ls file stat du wc head shasum sha256sum md5sum md5 otool strings nm size test [ echo printf grep chmod which go golangci-lint gofmt"
    .split(" "),
);

const suffix = /\.\w+$/;

/** The folders that `mkdir -p` makes on the way, outermost first. */
function foldersAround(word: Word): Word[] {
  const parts = word.value?.split("/") ?? [];
  return parts.slice(1).map((_, index) => {
    const value = parts.slice(0, index + 1).join("/");
    return { text: value, value, glob: false };
  }).filter(({ value }) => value !== "");
}

/** Code that a command runs. */
export interface RunCode {
  /** Whether a shell runs it. */
  readonly shell: boolean;
  /** The file it is in, if any. */
  readonly file?: string;
  /** The code itself, if it stands in the line. */
  readonly code?: string;
}

/** Flags after which code stands. */
const inline = /^(-c|-e|--eval|-p|--print)$/;

/**
 * The code that a command runs through an interpreter, or as a script.
 *
 * @param command The command.
 * @returns Where it is, `undefined` if it runs none that could be told.
 */
export function codeRunBy(command: SimpleCommand): RunCode | undefined {
  const { name, arguments: words, fed } = command;
  const program = name?.value ?? "";
  const shell = /^(ba|da|z)?sh$/.test(program);
  if (!shell && !/^(python[\d.]*|node|bun|deno)$/.test(program)) {
    const script = /\.(sh|bash|py|js|mjs|cjs|ts)$/.exec(program);
    if (script === null || !program.includes("/")) return undefined;
    return { shell: /sh$/.test(script[1]!), file: program };
  }
  const at = words.findIndex(({ value }) => inline.test(value ?? ""));
  const code = at < 0 ? undefined : words[at + 1]?.value;
  if (code !== undefined) return shell ? undefined : { shell, code };
  const file = words.find(({ text }) => !text.startsWith("-"))?.value;
  if (file !== undefined) return { shell, file };
  return fed?.value === undefined ? undefined : { shell, code: fed.value };
}

/** What a command takes away, or may put something else in the place of. */
export interface Loses {
  /** The last names of it; all that there is, if that cannot be told. */
  readonly names: readonly string[] | "all";
  /** Whether nothing is there afterwards. */
  readonly deleted: boolean;
}

/**
 * What is no longer what the agent made once a command has run.
 *
 * @param command The command.
 * @param isOwn Whether the agent made what lies at a path.
 * @returns What it is, `undefined` if nothing.
 */
export function losesOf(
  command: SimpleCommand,
  isOwn: (path: string) => boolean,
): Loses | undefined {
  const { name, arguments: words } = command;
  const program = name?.value ?? "";
  if (program === "git") return lostByGit(words);
  const deleted = /^(rm|rmdir|unlink)$/.test(program);
  if (!deleted && program !== "mv") return undefined;
  const own = program === "mv" &&
    words.slice(0, -1).every(({ value }) => isOwn(value ?? ""));
  // Where all that is moved was the agent's own, so is what it becomes.
  const gone = own ? words.slice(0, -1) : words;
  return { names: gone.map(({ text }) => lastOf(text)), deleted };
}

function lostByGit(words: readonly Word[]): Loses | undefined {
  const values = words.map(({ value }) => value ?? "");
  const start = values.findIndex((value, index) =>
    !value.startsWith("-") && !/^-[cC]$/.test(values[index - 1] ?? "")
  );
  const verb = values[start];
  if (verb === undefined || looks.has(verb)) return undefined;
  const all: Loses = { names: "all", deleted: false };
  if (verb !== "checkout" && verb !== "restore") return all;
  const given = values.slice(start + 1).filter((value) => value !== "--");
  // A name with a suffix is that of a file, and no other file changes.
  return given.length > 0 && given.every((value) => isFile.test(value))
    ? { names: given.map(lastOf), deleted: false }
    : all;
}

const isFile = /^[\w@+][\w@+./-]*\.[A-Za-z]\w{0,4}$/;

/** What git does without touching the files of the project. */
const looks: ReadonlySet<string> = new Set(
  "status diff log show add commit blame grep ls-files ls-tree branch tag remote config fetch rev-parse rev-list describe shortlog cat-file merge-base name-rev for-each-ref show-ref check-ignore reflog"
    .split(" "),
);

function lastOf(path: string): string {
  return path.replace(/\/+$/, "").split("/").at(-1)!;
}
