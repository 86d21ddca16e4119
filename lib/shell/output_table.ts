/**
 * What programs print of which only the looks are known before they run.
 *
 * Sources: the manual pages of coreutils 9, procps, lsof, grep and of the BSDs
 * where they differ, git-merge-base(1), git-rev-parse(1), git-rev-list(1),
 * git-describe(1), git-branch(1), git-for-each-ref(1), git-check-ref-format(1),
 * gh help formatting.
 *
 * @module
 */
import type { Constant } from "./constants.ts";

/** What lines of output look like. */
export interface Looks {
  /** Whether each is a number, a plain name, or one that may hold slashes. */
  readonly line: "number" | "name" | "path";
  /** When nothing is printed; never if unset. */
  readonly optional?: Constant["optional"];
  /** Whether it may print several. */
  readonly several?: boolean;
}

/** Examples that stand for values of which nothing more is known. */
export const examples = {
  number: "10007",
  name: "c0ffee1",
  path: "c0ffee1/b0a7",
} as const;

/** What is a number, and never nothing. */
export const anyNumber: Constant = {
  kind: "like",
  like: "number",
  text: examples.number,
  pattern: "*",
};

/** A revision that is no flag, no range and names no file. */
const revision = String.raw`(?![-/])(?!\S*\.\.)[\w./@^~{}-]+`;
const range = String.raw`${revision}(?:\.\.\.?${revision})?`;
const flags = (...names: readonly string[]) => `(?: (?:${names.join("|")}))*`;
const call = (...parts: readonly string[]) => new RegExp(`^${parts.join("")}$`);

/** The flags of git's log that change only which commits it lists. */
const commits = flags(
  String.raw`-\d+|-n ?\d+|--max-count[= ]\d+|--skip=\d+`,
  "-s|--no-patch|--no-merges|--merges|--first-parent|--reverse|--all|--no-walk",
  String.raw`--(?:author|grep|since|until|after|before)=[\w.@ -]+`,
  String.raw`--(?:pretty|format)=(?:t?format:)?%[hH]`,
);
const hashes = String
  .raw`(?=.* --(?:pretty|format)=(?:t?format:)?%[hH](?: |$))`;
const paths = String.raw`(?: --(?: [\w.][\w./-]*)+)?`;

/** Calls that print nothing but numbers or plain names. */
export const printers: readonly (readonly [RegExp, Looks])[] = [
  [/^date (-u )?\+%s$/, { line: "number" }],
  [/^date (-u )?\+(%[YmdHMSjyu])+$/, { line: "number" }],
  [/^date (-u )?\+(%[YmdHMSFTsjyu]|\d)([_.:TZ-]|%[YmdHMSFTsjyu])*$/, {
    line: "name",
  }],
  [/^nproc$/, { line: "number" }],
  [/^id -[ug]$/, { line: "number" }],
  [/^wc -[lcwmL]$/, { line: "number", optional: "failed" }],
  [/^seq( \d+){1,3}$/, { line: "number", optional: "failed", several: true }],
  [/^stat (-c ?%[sYXZ]|-f ?%[zm]) [\w./-]+$/, {
    line: "number",
    optional: "failed",
  }],
  [/^(pgrep|pidof)( -[fxno]+)* [\w./-]+$/, {
    line: "number",
    optional: "empty",
    several: true,
  }],
  [
    /^(?=.* -\w*t)lsof( -[tinP]+)*( ?(tcp|TCP)?:\d+)( -sTCP:LISTEN| -t)*$/,
    { line: "number", optional: "empty", several: true },
  ],
  [
    call("git rev-list --count", commits, `(?: ${range})+`, paths),
    { line: "number", optional: "failed" },
  ],
  [
    call("git merge-base(?: --fork-point)?", `(?: ${revision})+`),
    { line: "name", optional: "failed" },
  ],
  [
    call(
      "git rev-parse",
      flags(String.raw`--short(?:=\d+)?`, "--verify", "-q", "--quiet"),
      ` ${revision}`,
    ),
    // What is no revision is printed as it is.
    { line: "path", optional: "failed" },
  ],
  [call("git rev-parse --abbrev-ref", ` ${revision}`), {
    line: "path",
    optional: "failed",
  }],
  [/^git branch --show-current$/, { line: "path", optional: "empty" }],
  [/^git symbolic-ref( --short| -q)* (HEAD|refs\/remotes\/\w+\/HEAD)$/, {
    line: "path",
    optional: "failed",
  }],
  [
    call(
      hashes,
      "(?=.* (?:-1|-n ?1|--max-count[= ]1)(?: |$))git log",
      commits,
      `(?: ${range})*`,
      commits,
      paths,
    ),
    {
      line: "name",
      optional: "empty",
    },
  ],
  [call(hashes, "git log", commits, `(?: ${range})*`, commits, paths), {
    line: "name",
    optional: "empty",
    several: true,
  }],
  [
    call(
      hashes,
      "(?=.* (?:-s|--no-patch)(?: |$))git show",
      commits,
      `(?: ${revision})?`,
      commits,
    ),
    { line: "name", optional: "empty" },
  ],
  [
    call("(?!.*%)git rev-list", commits, `(?: ${range})+`, commits, paths),
    { line: "name", optional: "empty", several: true },
  ],
  [
    call(
      "git describe",
      flags("--tags", String.raw`--abbrev=\d+`, "--always", "--all"),
      `(?: ${revision})?`,
    ),
    { line: "path", optional: "failed" },
  ],
  [
    /^git (branch|tag)( -[ar]+| -l| --list| --all| --sort=[\w:-]+)* --format=%\(refname(:short)?\)$/,
    { line: "path", optional: "empty", several: true },
  ],
  [/^git tag( -l| --list| --sort=[\w:-]+)*( v?[\d.*]+)?$/, {
    line: "path",
    optional: "empty",
    several: true,
  }],
  [
    /^git for-each-ref( --(sort|count)=[\w:-]+)* --format=%\(refname(:short)?\)( --(sort|count)=[\w:-]+)*( refs(\/[\w*-]+)*)*$/,
    { line: "path", optional: "empty", several: true },
  ],
  [
    /^gh (pr|issue|run) list( --?[\w-]+([ =](?!-)[\w./@:,-]+)?)* (--jq|-q) \.\[(0|-1)\]\.(number|databaseId)$/,
    { line: "number", optional: "empty" },
  ],
  [
    /^gh (pr|issue|run) list( --?[\w-]+([ =](?!-)[\w./@:,-]+)?)* (--jq|-q) \.\[\]\.(number|databaseId)$/,
    { line: "number", optional: "empty", several: true },
  ],
];

/** Filters that pass on some of their lines as they are. */
export const filters: readonly RegExp[] = [
  /^(head|tail)( -\d+| -n ?[-+]?\d+)?$/,
  /^(sort|uniq)( -[urnfVsbdi]+)*$/,
  /^(tac|cat)$/,
  /^awk NR==\d+$/,
  /^sed (-n \d+(,\d+)?p|\d+q|\d+!d|-n \$p)$/,
];

/** Filters that let one line through, or none. */
export const singlers: RegExp =
  /^((head|tail) (-1|-n ?1)|awk NR==\d+|sed (-n (\d+|\$)p|1q|\d+!d))$/;

/** Filters that take blanks away and leave numbers and names as they are. */
export const trimmers: RegExp =
  /^(tr -d ( |\[:space:\]|\[:blank:\]|\\[nrt])|xargs|awk \{ ?print \$1 ?\})$/;

/** What takes the number in front of each line that `grep -n` prints. */
export const lineNumbers: RegExp =
  /^(cut (-d: -f ?1|-f ?1 -d:|-d : -f 1)|awk -F: \{ ?print \$1 ?\}|sed s\/:\.\*\/\/)$/;
