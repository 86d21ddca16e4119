/** What tmux answered to one command. */
export interface Reply {
  /** Whether the command succeeded. */
  readonly ok: boolean;
  /** Its output, or the error's text. */
  readonly lines: readonly string[];
  /** The server's time when it ran, in seconds since 1970; 0 if not told. */
  readonly time: number;
}

/** The last number is 1 for what we asked, 0 for what tmux did by itself. */
const begin = /^%begin (\d+) (\d+) 1$/;
const error = /^%error (\d+) (\d+) 1$/;

/**
 * Cuts what tmux wrote for a line of commands into one reply per command.
 *
 * Output is raw: a pane can show lines that look like the frames around it.
 * Each command is therefore followed by one that prints a random nonce, which
 * no pane can know. Everything before a nonce's own frame belongs to the
 * command. In there the first `%begin` is genuine, since it precedes all
 * output; the *last* `%end` with its numbers is genuine too, since it follows
 * all output. What lies between is the reply, whatever it looks like.
 *
 * A command that fails takes the rest of its line with it, so its nonce is
 * missing: that, and not a line on some screen, is how failure is known.
 *
 * @example A forged end
 * ```ts
 * import { splitReplies } from "./replies.ts";
 * import assert from "node:assert/strict";
 *
 * const [reply] = splitReplies([
 *   "%begin 1 7 1",
 *   "%end 1 7 1",
 *   "still output",
 *   "%end 1 7 1",
 *   "%begin 1 8 1",
 *   "n0nce",
 *   "%end 1 8 1",
 * ], ["n0nce"]);
 * assert.deepEqual(reply?.lines, ["%end 1 7 1", "still output"]);
 * ```
 *
 * @param lines All lines that were written.
 * @param nonces The nonce after each command, in order.
 * @returns The replies, up to and with the first that failed.
 */
export function splitReplies(
  lines: readonly string[],
  nonces: readonly string[],
): Reply[] {
  const replies: Reply[] = [];
  let start = 0;
  for (const nonce of nonces) {
    const found = lines.indexOf(nonce, start);
    if (found < 0) {
      replies.push(readFailure(lines.slice(start)));
      break;
    }
    replies.push(readOutput(lines.slice(start, found - 1)));
    start = found + 2;
  }
  return replies;
}

function readOutput(lines: readonly string[]): Reply {
  const first = lines.findIndex((line) => begin.test(line));
  const [, time = "", number = ""] = begin.exec(lines[first] ?? "") ?? [];
  const last = lines.lastIndexOf(`%end ${time} ${number} 1`);
  return {
    ok: true,
    lines: lines.slice(first + 1, Math.max(first + 1, last)),
    time: Number(time),
  };
}

function readFailure(lines: readonly string[]): Reply {
  const last = lines.findLastIndex((line) => error.test(line));
  const [, time = "", number = ""] = error.exec(lines[last] ?? "") ?? [];
  const first = lines.lastIndexOf(`%begin ${time} ${number} 1`);
  return {
    ok: false,
    lines: last < 0 ? [] : lines.slice(first + 1, last),
    time: Number(time),
  };
}

/**
 * Cuts what a client that is no control client wrote into replies.
 *
 * Between two nonces there is nothing but output; what failed says so in the
 * client's error output.
 *
 * @example Usage
 * ```ts
 * import { readPlainReplies } from "./replies.ts";
 * import assert from "node:assert/strict";
 *
 * const framed = { nonces: ["n0nce", "n1nce"], last: "l4st" };
 * const replies = readPlainReplies(["a", "n0nce", "l4st"], framed, "no b");
 * assert.deepEqual(replies.map(({ lines }) => lines), [["a"], ["no b"]]);
 * ```
 *
 * @param lines All lines that were written.
 * @param framed The nonce after each command, and the one at the end.
 * @param complaint What was written to the error output.
 * @returns The replies, up to and with the first that failed.
 */
export function readPlainReplies(
  lines: readonly string[],
  framed: { readonly nonces: readonly string[]; readonly last: string },
  complaint: string,
): Reply[] {
  const replies: Reply[] = [];
  let start = 0;
  for (const nonce of framed.nonces) {
    const found = lines.indexOf(nonce, start);
    if (found < 0) {
      const rest = lines.slice(start).filter((line) => line !== framed.last);
      const reason = complaint === "" ? rest : complaint.split("\n");
      replies.push({ ok: false, lines: reason.filter(Boolean), time: 0 });
      break;
    }
    replies.push({ ok: true, lines: lines.slice(start, found), time: 0 });
    start = found + 1;
  }
  return replies;
}
