import type { Word } from "./command.ts";
import type { Constant } from "./constants.ts";
import type { Lines, PrintingCall } from "./printed_lines.ts";

/**
 * What each line is that a program prints which names files, as patterns.
 *
 * A `**` in them stands for any folders, hidden ones too.
 *
 * Sources: the manual pages of GNU findutils, coreutils and grep and of the
 * BSDs where they differ, git-ls-files(1), git-diff(1), fd(1), rg(1).
 *
 * @param call The call.
 * @param zeros Whether a NUL ends each name, instead of a line.
 * @returns Every pattern that a name may fit.
 */
export function namesPrintedBy(call: PrintingCall, zeros: boolean): Lines {
  const { name, words, fed } = call;
  if (fed) return undefined;
  switch (name) {
    case "find":
    case "gfind":
      return namesOfFind(words, zeros);
    case "ls":
      return zeros ? undefined : namesOfList(words);
    case "git":
      return namesOfGit(words, zeros);
    case "grep":
    case "egrep":
    case "fgrep":
      return zeros ? undefined : namesOfSearch(words);
    case "rg":
      return zeros ? undefined : namesOfRipgrep(words);
    default:
      return undefined;
  }
}

/** Names that fit patterns; there may be none of them. */
function fitting(patterns: readonly string[]): Lines {
  return patterns.map((text): Constant => ({
    kind: /[*?[]/.test(text) ? "matched" : "exact",
    text,
    optional: "empty",
  }));
}

/** A folder and whatever a name below it may be. */
function below(folder: string, name = "*"): string {
  return `${folder.replace(/\/+$/, "")}/**/${name}`;
}

/** A path or pattern that is surely no flag, nor several words. */
function pathOf({ value, glob, text, splits }: Word): string | undefined {
  const path = value ?? (glob && splits !== true ? text : undefined);
  return path !== undefined && plainPath.test(path) ? path : undefined;
}

const plainPath = /^[\w.~/*?][\w./@+=,~*?[\]-]*$/;
const plainName = /^[\w.*?][\w.*?-]*$/;

/** Tests and actions of `find` that name nothing but what is found. */
const findWords =
  /^(!|-(not|a|and|print|empty|prune|depth|xdev|mount|quit|readable|writable|executable))$/;
const findGroups = /^([(),]|-o|-or)$/;
const findValued =
  /^-(name|iname|path|ipath|wholename|iwholename|type|[acm]time|[acm]min|newer|size|maxdepth|mindepth|perm|user|group)$/;

function namesOfFind(words: readonly Word[], zeros: boolean): Lines {
  if (zeros !== words.some(({ value }) => value === "-print0")) {
    return undefined;
  }
  const at = words.findIndex(({ value, text }) => /^[-(!]/.test(value ?? text));
  const bases = words.slice(0, at < 0 ? words.length : at).map(pathOf);
  if (bases.includes(undefined)) return undefined;
  const tests = at < 0 ? [] : words.slice(at);
  let name: string | undefined;
  let [negated, either] = [false, false];
  for (let index = 0; index < tests.length; index++) {
    const test = tests[index]!.value ?? "";
    if (findValued.test(test)) {
      const { value, splits } = tests[++index] ?? {};
      if (splits === true) return undefined;
      if (/^-i?name$/.test(test) && !negated) name ??= value;
    } else if (findGroups.test(test)) either = true;
    else if (!findWords.test(test) && !(zeros && test === "-print0")) {
      return undefined;
    }
    negated = /^(!|-not)$/.test(test);
  }
  const plain = !either && name !== undefined && plainName.test(name)
    ? name
    : undefined;
  const folders = bases.length === 0 ? ["."] : bases;
  return fitting(folders.map((folder) => below(folder!, plain)));
}

/** Only plain lists: long ones, and those with `.` and `..`, hold more. */
function namesOfList(words: readonly Word[]): Lines {
  const flags = words.filter(({ value }) => value?.startsWith("-"));
  const operands = words.filter(({ value }) => !value?.startsWith("-"));
  if (!flags.every(({ value }) => /^-[1trSUcuvd]+$/.test(value!))) {
    return undefined;
  }
  const paths = operands.map(pathOf);
  if (paths.includes(undefined)) return undefined;
  const itself = flags.some(({ value }) => value!.includes("d"));
  const [only, ...others] = paths as string[];
  if (only === undefined) return itself ? undefined : fitting(["*"]);
  if (
    itself || operands.every(({ glob, text }) => glob && /\.\w+$/.test(text))
  ) {
    return fitting(paths as string[]);
  }
  // A file that is given is listed by the very name.
  if (others.length > 0 || operands[0]!.glob) return undefined;
  return only.endsWith("/") ? fitting(["*"]) : fitting(["*", only]);
}

function namesOfGit(words: readonly Word[], zeros: boolean): Lines {
  const [command, ...rest] = words;
  if (zeros !== words.some(({ value }) => value === "-z")) return undefined;
  const end = rest.findIndex(({ value }) => value === "--");
  const before = rest.slice(0, end < 0 ? rest.length : end);
  const flags = before.filter(({ value }) => value?.startsWith("-"));
  const operands = before.filter(({ value }) => !value?.startsWith("-"));
  const after = end < 0 ? [] : rest.slice(end + 1);
  switch (command?.value) {
    case "ls-files": {
      const known = flags.every(({ value }) =>
        /^(-[com]+|--(cached|others|modified|exclude-standard))$/.test(
          value!,
        ) ||
        zeros && value === "-z"
      );
      const paths = [...operands, ...after].map(pathOf);
      if (!known || paths.includes(undefined)) return undefined;
      return fitting(
        paths.length === 0 ? ["**/*"] : paths.map((path) => wide(path!)),
      );
    }
    case "diff": {
      const known = flags.some(({ value }) => value === "--name-only") &&
        flags.every(({ value }) =>
          /^(--name-only|--cached|--staged|--diff-filter=\w+)$/.test(value!) ||
          zeros && value === "-z"
        ) && operands.every(isRevision);
      return known ? fitting(["**/*"]) : undefined;
    }
    default:
      return undefined;
  }
}

function isRevision({ value, like }: Word): boolean {
  return /^(?!.*(^|\/)\.\.(\/|$))[\w@][\w./@^~{}-]*$/.test(
    value ?? (like?.kind === "name" ? like.sample : ""),
  );
}

/** What git finds by a path may lie in folders below it. */
function wide(path: string): string {
  const at = path.lastIndexOf("/");
  const name = path.slice(at + 1);
  return /[*?]/.test(name) ? `${path.slice(0, at + 1)}**/${name}` : below(path);
}

function namesOfSearch(words: readonly Word[]): Lines {
  const flags = words.filter(({ value }) => value?.startsWith("-"));
  const [sought, ...paths] = words.filter(({ value }) =>
    !value?.startsWith("-")
  );
  const letters = flags.filter(({ value }) => !value!.startsWith("--"));
  const long = flags.filter(({ value }) => value!.startsWith("--"));
  const known =
    letters.every(({ value }) => /^-[lrRinwxEFPsI]+$/.test(value!)) &&
    letters.some(({ value }) => value!.includes("l")) &&
    long.every(({ value }) =>
      /^--(include|exclude(-dir)?)=[^/]+$/.test(value!)
    );
  const places = paths.map(pathOf);
  if (
    !known || sought === undefined || sought.value === undefined ||
    sought.splits === true || places.includes(undefined)
  ) return undefined;
  const deep = letters.some(({ value }) => /[rR]/.test(value!));
  if (!deep) return fitting(places as string[]);
  const names = long.flatMap(({ value }) =>
    /^--include=(.*)$/.exec(value!)?.slice(1) ?? []
  );
  const [name] = names;
  const one = names.length === 1 && plainName.test(name!) ? name : undefined;
  return fitting(
    places.length === 0
      ? [`**/${one ?? "*"}`]
      : places.map((place) => below(place!, one)),
  );
}

function namesOfRipgrep(words: readonly Word[]): Lines {
  const values = words.map(({ value }) => value);
  if (values.includes(undefined)) return undefined;
  const flags = values.filter((value) => value!.startsWith("-"));
  const operands = words.filter(({ value }) => !value!.startsWith("-"));
  const lists = flags.includes("--files");
  const known = flags.every((flag) =>
    /^(-[liwFsS]+|--files|--files-with-matches|--type=\w+|-t\w+|--glob=[^/]+|-g[^/]+)$/
      .test(flag!)
  );
  const names = flags.some((flag) => /^(-[iwFsS]*l|--files)/.test(flag!));
  const places = operands.slice(lists ? 0 : 1).map(pathOf);
  if (!known || !names || places.includes(undefined)) return undefined;
  return fitting(
    places.length === 0 ? ["**/*"] : places.map((place) => below(place!)),
  );
}
