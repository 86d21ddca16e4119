import { parse, type SimpleCommand, type Word } from "../../shell/mod.ts";
import type { Assessment } from "../assessment/mod.ts";

/**
 * The port of this machine whose user a command ends, and nothing else:
 * `lsof -ti:3000 | xargs kill`, `kill $(lsof -ti:3000)`, `fuser -k 3000/tcp`.
 *
 * @param command The command.
 * @param before The commands before it in the line.
 * @returns The port, `undefined` if it is about anything else.
 */
export function portEnded(
  command: SimpleCommand,
  before: readonly SimpleCommand[],
): number | undefined {
  const { name, arguments: words, wrappers, assignments, contexts } = command;
  if (assignments.length > 0 || contexts.includes("loop")) return undefined;
  const runner = wrappers.join(" ");
  if (name?.value === "fuser" && runner === "") return portOfFuser(words);
  if (name?.value !== "kill") return undefined;
  // What follows a signal is a program, and `-1` all of them.
  const [whom, ...more] = isSignal(words[0]?.value) ? words.slice(1) : words;
  if (whom === undefined || more.length > 0) return undefined;
  if (runner === "") return portOfSubstitution(whom.text);
  if (!/^(…|"?\{\}"?)$/.test(whom.text)) return undefined;
  const place = command.pipes.findLast(({ part }) => part > 0);
  if (runner !== "xargs" || command.names !== "pipe" || !place) {
    return undefined;
  }
  const feeders = before.filter(({ pipes }) =>
    pipes.some(({ pipe, part }) =>
      pipe === place.pipe && part === place.part - 1
    )
  );
  return feeders.length === 1 ? portOfList(feeders[0]!) : undefined;
}

/**
 * Judges that a command ends what uses a port: twice approved for that very
 * port, it passes.
 *
 * @param port The port.
 * @param words The words of the command.
 * @param found The assessment to add to.
 */
export function endPort(
  port: number,
  words: readonly Word[],
  found: Assessment,
): void {
  const does = `ends what uses this machine's port ${port}`;
  for (const { value } of words) if (isSignal(value)) found.flag(value!);
  found.host = `localhost:${port}`;
  found.needs = 2;
  found.does("local", does);
  found.once(does);
}

function isSignal(value: string | undefined): boolean {
  return /^-(9|15|2|1|(SIG)?(KILL|TERM|INT|HUP))$/.test(value ?? "");
}

/** `kill` is given what stands in a substitution. */
function portOfSubstitution(text: string): number | undefined {
  const [, inner] = /^"?\$\(([^()`]*)\)"?$/.exec(text) ?? [];
  if (inner === undefined) return undefined;
  const { commands, opaque } = parse(inner, { directory: "/", home: "/" });
  const [list] = commands;
  return commands.length === 1 && opaque.length === 0 && list !== undefined
    ? portOfList(list)
    : undefined;
}

/** Lists nothing but the numbers of the programs that use one port. */
function portOfList(command: SimpleCommand): number | undefined {
  const { name, arguments: words, wrappers, assignments, redirects } = command;
  const quiet = redirects.every(({ operator, target }) =>
    operator === ">" && target.value === "/dev/null"
  );
  if (name?.value !== "lsof" || !quiet || command.input !== "inherited") {
    return undefined;
  }
  if (wrappers.length > 0 || assignments.length > 0) return undefined;
  const call = words.map(({ value }) => value ?? "?").join(" ");
  const [, port] =
    /^(?:-[nPt]+ )*-[nPt]*i ?(?:tcp)?:(\d{4,5})(?: -s ?TCP:LISTEN)?(?: -[nPt]+)*$/i
      .exec(call) ?? [];
  const numbers = words.some(({ value }) => /^-[nP]*t/.test(value ?? ""));
  return numbers ? portOf(port) : undefined;
}

function portOfFuser(words: readonly Word[]): number | undefined {
  const call = words.map(({ value }) => value ?? "?").join(" ");
  const [, port, other] =
    /^-k (?:-(?:9|15|KILL|TERM) )?(?:(\d{4,5})\/tcp|-n tcp (\d{4,5}))$/.exec(
      call,
    ) ?? [];
  return portOf(port ?? other);
}

/** What anyone may listen at; below are services of the machine. */
function portOf(text: string | undefined): number | undefined {
  const port = Number(text);
  return port >= 1024 && port <= 65535 ? port : undefined;
}
