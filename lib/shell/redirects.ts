import type { HereDoc, Redirection } from "unbash";
import type { Redirect, Word } from "./command.ts";
import {
  readExpansions,
  readWordExpansions,
  refuseUnlessBash,
} from "./expansions.ts";
import {
  type Frame,
  type Input,
  type PlacedRedirect,
  type Reading,
  refuse,
  type Scope,
} from "./reading.ts";
import { linesIn } from "./fed_lines.ts";
import { makeWord, readWord } from "./words.ts";

/** The redirects of one command. */
export interface ReadRedirects {
  /** All of them, in order. */
  readonly all: readonly PlacedRedirect[];
  /** What they make of standard input, if they touch it. */
  readonly input: Input | undefined;
}

/**
 * Reads redirects and the commands hidden in their targets and bodies.
 *
 * @param redirections The redirects of the syntax tree.
 * @param frame What they are nested in.
 * @param scope What is known when they are expanded.
 * @param reading What is collected.
 * @returns The redirects.
 */
export function readRedirects(
  redirections: readonly Redirection[],
  frame: Frame,
  scope: Scope,
  reading: Reading,
): ReadRedirects {
  const all: PlacedRedirect[] = [];
  let input: Input | undefined;
  for (const one of redirections) {
    const redirect = readRedirect(one, frame, scope, reading);
    all.push({ redirect, directories: scope.directories });
    const standard = redirect.descriptor === undefined ||
      Number(redirect.descriptor) === 0;
    if (!standard || !redirect.operator.startsWith("<")) continue;
    const lines = one.type === "HereDoc" || one.target === undefined ||
        one.type === "Redirect" && one.operator !== "<"
      ? undefined
      : linesIn(one.target, scope);
    input = redirect.body === undefined
      ? { kind: "file", lines }
      : { kind: "text", body: redirect.body, lines };
  }
  return { all, input };
}

/** Delimiters about which all parsers agree. */
const plainDelimiter = /^(\\?[\w.!%+-]+|'[^'\n]+'|"[^"\n$`\\]+")$/;

function readRedirect(
  one: Redirection,
  frame: Frame,
  scope: Scope,
  reading: Reading,
): Redirect {
  const { operator } = one;
  if (/^(&>>?|<<<)$/.test(operator)) refuseUnlessBash(frame, reading, operator);
  const descriptor = one.descriptor === undefined
    ? undefined
    : one.descriptor.type === "FileDescriptor"
    ? String(one.descriptor.value)
    : `{${one.descriptor.name}}`;
  if (one.type === "HereDoc") {
    if (one.body.parts !== undefined) {
      readExpansions(one.body, frame, scope, reading);
    }
    const text = one.delimiter?.text ?? "";
    if (one.closing === undefined) {
      refuse(reading, "here-document without an end", text);
    } else if (!plainDelimiter.test(text)) {
      refuse(reading, "here-document that cannot be read", text);
    }
    const target = makeWord(text, one.delimiter?.value);
    return { operator, descriptor, target, body: bodyOf(one) };
  }
  if (one.target === undefined) {
    refuse(reading, "redirect without a target", frame.source);
    return { operator, descriptor, target: makeWord("", undefined) };
  }
  readWordExpansions(one.target, frame, scope, reading);
  if (one.type === "HereString") {
    const target = readWord(one.target, scope, "assignment");
    const value = target.value === undefined ? undefined : `${target.value}\n`;
    return { operator, descriptor, target, body: makeWord(target.text, value) };
  }
  // Bash expands the target of a duplication twice, quoted or not.
  if (
    operator.endsWith("&") &&
    !/^(-|\d+-?|[A-Za-z_./][\w./+@%,:=-]*)$/.test(one.target.text)
  ) {
    refuse(reading, "redirect that is expanded twice", one.target.text);
  }
  if (one.target.text.startsWith("!")) {
    refuse(reading, "redirect of zsh", one.target.text);
  }
  return { operator, descriptor, target: readWord(one.target, scope) };
}

function bodyOf(document: HereDoc): Word {
  const { text, parts } = document.body;
  const quoted = document.delimiter?.quoted === true;
  if (!quoted && (parts !== undefined || isExpanded(text))) {
    return makeWord(text, undefined);
  }
  const body = document.operator === "<<-" ? text.replace(/^\t+/gm, "") : text;
  return makeWord(text, quoted ? body : body.replace(/\\([\\$`])/g, "$1"));
}

/** Whether the shell makes something else of an unquoted body or joins lines. */
function isExpanded(text: string): boolean {
  return /[\\`]|\$(?![\s.,;:)\]}|/=%^~<>&]|$)/.test(
    text.replace(/\\[^\n]/g, ""),
  );
}
