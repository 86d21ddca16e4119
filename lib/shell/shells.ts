import type { Invocation } from "./invocation.ts";
import {
  type Dialect,
  type Frame,
  type Reading,
  refuse,
  type Scope,
} from "./reading.ts";

/**
 * Shells by name, with the grammar that their scripts follow. `undefined`
 * stands for one that is not understood. `sh` is bash on some systems and dash
 * on others, so only what both read alike is read.
 */
export const shellDialects: ReadonlyMap<string, Dialect | "unknown"> = new Map<
  string,
  Dialect | "unknown"
>([
  ["bash", "bash"],
  ["sh", "posix"],
  ["dash", "posix"],
  ["ash", "posix"],
  ["rbash", "unknown"],
  ["ksh", "unknown"],
  ["mksh", "unknown"],
  ["zsh", "unknown"],
  ["fish", "unknown"],
  ["csh", "unknown"],
  ["tcsh", "unknown"],
  ["nu", "unknown"],
  ["elvish", "unknown"],
  ["xonsh", "unknown"],
  ["pwsh", "unknown"],
]);

/** How deep shells may start shells before the line is refused. */
const deepest = 8;

/** What a shell was asked to run. */
type Call =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "input" }
  | { readonly kind: "file" }
  | { readonly kind: "nothing" }
  | { readonly kind: "refused"; readonly reason: string };

/**
 * Reads what a shell runs: its `-c` text, or the here-document it is fed.
 *
 * A shell with a script file is reported as a command; what the file holds is
 * not in the line.
 *
 * @param program The shell's name.
 * @param dialect The grammar of its scripts.
 * @param invocation Its call.
 * @param frame What it is nested in.
 * @param scope What is known when it runs.
 * @param reading What is collected.
 * @returns Whether what it runs was found, so that it need not be reported.
 */
export function readShell(
  program: string,
  dialect: Dialect | "unknown",
  invocation: Invocation,
  frame: Frame,
  scope: Scope,
  reading: Reading,
): boolean {
  const call = readCall(invocation);
  const text = call.kind === "text"
    ? call.text
    : call.kind === "input" && invocation.input.kind === "text"
    ? invocation.input.body?.value
    : undefined;
  const alike = program === "zsh" && call.kind === "text" &&
    plainScript.test(call.text);
  const grammar = alike ? "posix" : dialect;
  const before = reading.commands.length;
  if (call.kind === "refused") {
    refuse(reading, call.reason, program);
  } else if (call.kind === "input" && text === undefined) {
    refuse(reading, "shell that runs its input", program);
  } else if (text !== undefined && grammar === "unknown") {
    refuse(reading, `script for ${program}`, text);
  } else if (text !== undefined && grammar !== "unknown") {
    if (frame.depth >= deepest) {
      refuse(reading, "shells nested too deeply", text);
    } else {
      const inner: Frame = {
        source: text,
        contexts: [...frame.contexts, "wrapped"],
        pipes: frame.pipes,
        redirects: invocation.redirects,
        assignments: invocation.assignments,
        input: call.kind === "input"
          ? { kind: "text" }
          : { kind: invocation.input.kind },
        wrappers: [...invocation.wrappers, program],
        dialect: grammar,
        depth: frame.depth + 1,
      };
      reading.readText(text, inner, scope, reading);
    }
  }
  return reading.commands.length > before;
}

/**
 * Scripts that zsh reads as all others do: plain words, lists and pipes, and
 * redirects that write nothing. Source: zshmisc(1), zshexpn(1).
 */
const plainScript =
  /^([\w./@+:,\s;|-]|(?<=[\w-])=|&&|'[^'!]*'|"[^"$`\\!]*"|[12]?>(&[12]|\s?\/dev\/null)(?=[\s;|]|$))*$/;

/**
 * Options of the shells that leave their grammar alone: bash(1), dash(1). With
 * `-n` nothing runs at all, and with `-i` only a `!` is read otherwise.
 */
const plainOptions = /^-[ceilnsux]+$/;

function readCall(invocation: Invocation): Call {
  const words = invocation.arguments;
  let inline = false;
  let fed = false;
  let interactive = false;
  let index = 0;
  for (; index < words.length; index++) {
    const { value } = words[index]!;
    if (value === undefined) {
      return inline || fed
        ? { kind: "refused", reason: "dynamic script" }
        : { kind: "refused", reason: "dynamic shell argument" };
    }
    if (value === "--version" || value === "--help") return { kind: "nothing" };
    if (value === "--norc" || value === "--noprofile" || value === "--login") {
      continue;
    }
    if (value === "-o" || value === "+o") {
      const option = words[index + 1]?.value;
      if (option !== "pipefail" && option !== "errexit") {
        return { kind: "refused", reason: "shell option" };
      }
      index++;
      continue;
    }
    if (value === "--" || value === "-") {
      index++;
      break;
    }
    if (!/^[-+]/.test(value)) break;
    if (!plainOptions.test(value)) {
      return { kind: "refused", reason: "shell option" };
    }
    interactive ||= value.includes("i");
    inline ||= value.includes("c");
    fed ||= value.includes("s");
  }
  const operand = words[index];
  if (inline) {
    if (operand === undefined) return { kind: "nothing" };
    if (operand.value === undefined) {
      return { kind: "refused", reason: "dynamic script" };
    }
    return interactive && operand.value.includes("!")
      ? { kind: "refused", reason: "history expansion" }
      : { kind: "text", text: operand.value };
  }
  if (interactive) return { kind: "refused", reason: "interactive shell" };
  if (fed || operand === undefined) return { kind: "input" };
  return /^\/(dev|proc)\//.test(operand.value ?? "/dev/")
    ? { kind: "refused", reason: "shell that runs its input" }
    : { kind: "file" };
}
