import type { ParsedScript } from "unbash";
import {
  type Lines,
  onlyPipe,
  printedLines,
  type PrintingCall,
  readPrintingCall,
  type ReadWord,
} from "./printed_lines.ts";
import type { Constant } from "./constants.ts";
import { asPattern } from "./parameters.ts";
import { folderOf, lastPart, withoutEnd } from "./pattern_parts.ts";
import type { Scope } from "./reading.ts";

/** Stands for a name that nobody knows before `mktemp` made it up. */
const scratchFile = "/tmp/tmp.XXXXXXXXXX";

/**
 * What a substitution gives, if its text tells: only the plainest of a few
 * programs that print one path, numbers, or names.
 *
 * @param script The script inside it.
 * @param scope What is known when it runs.
 * @param read Reads one of its words.
 * @returns Every value that it, or a line of it, may be, without the newline
 * at its end.
 */
export function knownOutput(
  script: ParsedScript | undefined,
  scope: Scope,
  read: ReadWord,
): Lines {
  const pipe = onlyPipe(script);
  if (pipe === undefined) return undefined;
  const [only, ...others] = pipe;
  const call = others.length === 0 ? readPrintingCall(only!, read) : undefined;
  const values = call?.words.map(({ value }) => value);
  if (call !== undefined && !call.fed && !values!.includes(undefined)) {
    const words = values as string[];
    const text = outputOf(call.name, words, scope);
    if (text !== undefined) return [{ kind: "exact", text }];
    const line = [call.name, ...words].join(" ");
    for (const [pattern, give] of standIns) {
      const found = pattern.exec(line);
      const stand = found === null ? undefined : give(found, scope);
      if (stand !== undefined) {
        return [{ kind: "fresh", text: stand, optional: "failed" }];
      }
    }
  }
  const part = call === undefined ? undefined : partOf(call);
  return part === undefined ? printedLines(pipe, read) : [part];
}

/** What is printed of the name of a file of which only a pattern is known. */
function partOf({ name, words, fed }: PrintingCall): Constant | undefined {
  const [file, suffix, ...others] = words;
  if (file?.glob !== true || fed || others.length > 0) return undefined;
  const known: Constant = { kind: "matched", text: file.text };
  switch (name) {
    case "dirname": {
      const folder = file.text.includes("/") ? folderOf(file.text) : ".";
      return suffix === undefined && folder !== undefined
        ? asPattern(folder, known)
        : undefined;
    }
    case "basename": {
      const last = lastPart(file.text);
      if (last === undefined) return undefined;
      if (suffix === undefined || last === "*") return asPattern(last, known);
      const left = withoutEnd(last, suffix.value ?? "");
      return left === undefined ? undefined : asPattern(left, known);
    }
    default:
      return undefined;
  }
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
