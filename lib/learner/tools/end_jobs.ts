import type { Word } from "../../shell/mod.ts";
import { type Assessment, numberText } from "../assessment/mod.ts";

/**
 * Judges a call of kill.
 *
 * A shell may end what it started itself: `$!` and `%1` are nothing else. The
 * signal 0 only asks whether a program is there.
 *
 * @param words The words after `kill`.
 * @param found The assessment to add to.
 */
export function endJobs(words: readonly Word[], found: Assessment): void {
  const { signal, programs } = takenApart(words);
  if (programs.length === 0 && signal === "-l" && words.length === 1) {
    return found.does("read", "lists signals");
  }
  const known = signal !== undefined;
  if (known && signal === "0" && programs.every(isNumber)) {
    return found.does("read", "asks whether a program runs");
  }
  if (known && signal !== "-l" && programs.every(isOwnJob)) {
    // With nothing to end, it only says so.
    return found.does("read", "ends what the line itself started");
  }
  found.never("remote", "ends other programs");
}

/** The signal, `undefined` if it is not understood, and what it is sent to. */
function takenApart(words: readonly Word[]): {
  readonly signal: string | undefined;
  readonly programs: readonly Word[];
} {
  const [first, second] = words;
  const text = first?.value ?? "";
  if (!text.startsWith("-")) return { signal: "TERM", programs: words };
  if (text === "-s" || text === "-n") {
    const name = second?.value ?? "";
    const signal = signalName.test(name) ? name : undefined;
    return { signal, programs: words.slice(2) };
  }
  if (text === "-l") return { signal: "-l", programs: words.slice(1) };
  const name = text.slice(1);
  const signal = signalName.test(name) ? name : undefined;
  return { signal, programs: words.slice(1) };
}

/** Source: signal(7). */
const signalName =
  /^(\d{1,2}|(SIG)?(HUP|INT|QUIT|KILL|TERM|USR1|USR2|STOP|CONT|TSTP|PIPE))$/;

function isNumber(word: Word): boolean {
  return /^\d+$/.test(numberText(word) ?? "");
}

function isOwnJob({ value, like, text }: Word): boolean {
  if (value === undefined) return like?.kind === "job";
  return value === "" || /^%([%+-]|\d+)?$/.test(value) && /^["']?%/.test(text);
}
