import type { ParsedScript, Word as SyntaxWord } from "unbash";
import type { Word } from "./command.ts";
import type { Constant } from "./constants.ts";
import type { Scope } from "./reading.ts";

/** Stands for a name that nobody knows before `mktemp` made it up. */
const scratchFile = "/tmp/tmp.XXXXXXXXXX";

/**
 * What a substitution gives, if its text tells: only the plainest of a few
 * programs that print one path.
 *
 * @param script The script inside it.
 * @param scope What is known when it runs.
 * @param read Reads one of its words.
 * @returns The value, without the newline at its end.
 */
export function knownOutput(
  script: ParsedScript | undefined,
  scope: Scope,
  read: (word: SyntaxWord) => Word,
): Constant | undefined {
  const [statement, ...others] = script?.commands ?? [];
  if (statement === undefined || others.length > 0) return undefined;
  if ((script?.errors?.length ?? 0) > 0) return undefined;
  const node = statement.command;
  if (node.type !== "Command" || statement.background === true) {
    return undefined;
  }
  // What else it may write does not reach its output.
  const quiet = node.redirects.every((one) =>
    one.type === "Redirect" && one.operator === ">" &&
    one.descriptor?.type === "FileDescriptor" && one.descriptor.value === 2 &&
    one.target?.text === "/dev/null"
  );
  if (node.prefix.some((one) => one.type === "Assignment") || !quiet) {
    return undefined;
  }
  const words: string[] = [];
  for (const word of node.args) {
    const value = word.type === "Word" ? read(word).value : undefined;
    if (value === undefined) return undefined;
    words.push(value);
  }
  const name = node.name?.text ?? "";
  const text = outputOf(name, words, scope);
  if (text !== undefined) return { kind: "exact", text };
  const line = [name, ...words].join(" ");
  for (const [pattern, give] of standIns) {
    const found = pattern.exec(line);
    const stand = found === null ? undefined : give(found, scope);
    if (stand !== undefined) return { kind: "fresh", text: stand };
  }
  return undefined;
}

type StandIn = (found: RegExpExecArray, scope: Scope) => string | undefined;

/**
 * What stands for a path that only running it tells, but of which the place is
 * known. Nothing is printed if it fails.
 *
 * Sources: the manual pages of mktemp, which and git-rev-parse, bash(1), and
 * go help environment.
 */
const standIns: readonly (readonly [RegExp, StandIn])[] = [
  [
    /^mktemp( -[dq]+)*( -t [\w.][\w.-]*| \/tmp\/[\w.-]*XXX[\w.-]*)?$/,
    () => scratchFile,
  ],
  [/^(?:which|command -v) (\w[\w.+-]*)$/, ([, name]) => `/usr/bin/${name}`],
  [/^go env GOROOT$/, () => "/usr/local/go"],
  [/^go env GOPATH$/, (_, scope) => below(scope, "HOME", "go")],
  [/^go env GOMODCACHE$/, (_, scope) => below(scope, "HOME", "go/pkg/mod")],
  [/^git rev-parse --show-toplevel$/, (_, { repository, directories }) => {
    const inside = repository !== undefined && directories.length > 0 &&
      directories.every((one) => `${one}/`.startsWith(`${repository}/`));
    return inside ? repository : undefined;
  }],
];

function below(
  { constants }: Scope,
  name: string,
  path: string,
): string | undefined {
  const [folder, ...others] = constants.get(name) ?? [];
  return folder === undefined || others.length > 0
    ? undefined
    : `${folder.text}/${path}`;
}

/** Sources: the manual pages of coreutils 9 and of the BSDs, and bash(1). */
function outputOf(
  name: string,
  words: readonly string[],
  scope: Scope,
): string | undefined {
  const { directories } = scope;
  switch (name) {
    case "pwd":
      return directories.length === 1 && (words.length === 0 ||
          words.length === 1 && words[0] === "-L")
        ? directories[0]
        : undefined;
    case "dirname":
    case "basename": {
      const [path = "", suffix = ""] = words;
      const plain = words.length >= 1 &&
        words.length <= (name === "basename" ? 2 : 1) &&
        words.every((word) => /^[\w./@+=:,%][\w./@+=:,% -]*$/.test(word));
      // Slashes at the end and the root itself have rules of their own.
      if (!plain || /\/$|\/\//.test(path)) return undefined;
      const at = path.lastIndexOf("/");
      if (name === "dirname") {
        return at < 0 ? "." : path.slice(0, at) || "/";
      }
      const last = path.slice(at + 1);
      const cut = suffix !== "" && last !== suffix && last.endsWith(suffix);
      return cut ? last.slice(0, -suffix.length) : last;
    }
    default:
      return undefined;
  }
}
