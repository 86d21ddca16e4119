import { ExitCode, OrchError } from "../errors/mod.ts";
import { type Reply, splitReplies } from "./replies.ts";
import { missingTmux } from "./tmux_version.ts";

/** The hidden session that orch's control clients are attached to. */
export const hiddenSession = "_orch";

/** What people see who come across the hidden session. */
const notice = "This session belongs to orch. Leave it with: tmux detach";

/** Where to connect to, and whether to start a server. */
export interface ConnectionOptions {
  /** An absolute path, or a name under tmux's own directory. */
  readonly socket?: string | undefined;
  /** Whether a server is started when none runs. */
  readonly start: boolean;
}

const encoder = new TextEncoder();

interface Batch {
  /** Printed after each command that succeeds. */
  readonly nonces: readonly string[];
  /** Printed at the end, whatever happened. */
  readonly last: string;
  readonly lines: string[];
  readonly resolve: (replies: Reply[]) => void;
  readonly reject: (error: Error) => void;
}

/**
 * One `tmux -C` process, attached to the hidden session with output off.
 *
 * The hidden session destroys itself when its last client leaves, so nothing of
 * orch keeps a server alive. It has one pane that runs `cat`.
 */
export class Connection {
  /** The server's identity, `pid start_time`. */
  readonly server: string;
  /** The process id of the tmux client. */
  readonly client: number;
  /** Resolves when the connection has ended, whoever ended it. */
  readonly ended: Promise<void>;
  readonly #child: Deno.ChildProcess;
  readonly #writer: WritableStreamDefaultWriter<Uint8Array>;
  readonly #batches: Batch[];
  #over = false;

  private constructor(opened: Opened, server: string) {
    this.#child = opened.child;
    this.#writer = opened.writer;
    this.#batches = opened.batches;
    this.ended = opened.ended.then(() => {
      this.#over = true;
    });
    this.client = opened.child.pid;
    this.server = server;
  }

  /**
   * Starts the client and waits until it answers.
   *
   * @param options Where to.
   * @returns The connection.
   * @throws {OrchError} When tmux is missing or no server answers.
   */
  static async open(options: ConnectionOptions): Promise<Connection> {
    const opened = spawn(options);
    const ready = Promise.withResolvers<Reply[]>();
    submit(opened, ["display-message -p '#{pid} #{start_time}'"], ready);
    try {
      const [reply] = await ready.promise;
      return new Connection(opened, reply?.lines[0] ?? "");
    } catch {
      await opened.writer.close().catch(() => {});
      await opened.ended;
      throw unreachable(options, await opened.complaint);
    }
  }

  /** Whether the connection has ended. */
  get over(): boolean {
    return this.#over;
  }

  /**
   * Runs commands in one pass of the server: nothing comes between them.
   *
   * @param commands Quoted commands; the first that fails is the last that
   * runs. One may be several, joined by `;`: its output is then the first's.
   * @returns One reply for each command that ran.
   * @throws {OrchError} When the connection ends before the answer.
   */
  run(commands: readonly string[]): Promise<Reply[]> {
    const waiting = Promise.withResolvers<Reply[]>();
    if (this.#over) {
      waiting.reject(lost());
    } else {
      submit(
        { writer: this.#writer, batches: this.#batches },
        commands,
        waiting,
      );
    }
    return waiting.promise;
  }

  /**
   * Ends the connection: end of input, then end of output, then the exit.
   *
   * In any other order server and client can wait for each other for ever.
   */
  async close(): Promise<void> {
    await this.#writer.close().catch(() => {});
    await this.ended;
    await this.#child.status;
  }
}

interface Opened {
  readonly child: Deno.ChildProcess;
  readonly writer: WritableStreamDefaultWriter<Uint8Array>;
  readonly batches: Batch[];
  readonly ended: Promise<void>;
  /** What the client wrote to stderr, or as output before it ended. */
  readonly complaint: Promise<string>;
}

function spawn(options: ConnectionOptions): Opened {
  let child: Deno.ChildProcess;
  try {
    child = new Deno.Command("tmux", {
      args: [...socketArguments(options.socket), ...attachArguments(options)],
      // With a socket of its own the client must not think that it is nested.
      env: options.socket === undefined ? {} : { TMUX: "" },
      stdin: "piped",
      stdout: "piped",
      stderr: "piped",
    }).spawn();
  } catch (error) {
    throw error instanceof Deno.errors.NotFound ? missingTmux(error) : error;
  }
  const batches: Batch[] = [];
  const stray: string[] = [];
  const stderr = new Response(child.stderr).text();
  const ended = read(child.stdout, batches, stray)
    .then(() => child.status)
    .then(() => {
      for (const batch of batches.splice(0)) {
        stray.push(...batch.lines.filter((line) => !line.startsWith("%")));
        batch.reject(lost());
      }
    });
  return {
    child,
    writer: child.stdin.getWriter(),
    batches,
    ended,
    complaint: Promise.all([stderr, ended]).then(([text]) =>
      text.trim() || stray.join("\n")
    ),
  };
}

/**
 * The flags that choose a server.
 *
 * @param socket An absolute path, a name, or unset for the default.
 * @returns Arguments for `tmux`.
 */
export function socketArguments(socket: string | undefined): string[] {
  if (socket === undefined) return [];
  return [socket.startsWith("/") ? "-S" : "-L", socket];
}

function attachArguments(options: ConnectionOptions): string[] {
  const shell = `echo '${notice}'; exec cat`;
  return [
    "-u",
    ...(options.start ? [] : ["-N"]),
    "-C",
    ...["new-session", "-A", "-s", hiddenSession, "-n", "orch"],
    ...["--", "/bin/sh", "-c", shell],
    ...[";", "set-option", "destroy-unattached", "on"],
    ...[";", "set-option", "detach-on-destroy", "on"],
    ...[";", "refresh-client", "-f", "no-output"],
  ];
}

/** Hands every line to the command it answers; ends with the stream. */
async function read(
  stream: ReadableStream<Uint8Array>,
  batches: Batch[],
  stray: string[],
): Promise<void> {
  const decoder = new TextDecoder();
  let rest = "";
  for await (const chunk of stream) {
    const text = rest + decoder.decode(chunk, { stream: true });
    let start = 0;
    let end = text.indexOf("\n");
    for (; end >= 0; end = text.indexOf("\n", start)) {
      receive(text.slice(start, end), batches, stray);
      start = end + 1;
    }
    rest = text.slice(start);
  }
}

function receive(line: string, batches: Batch[], stray: string[]): void {
  const batch = batches[0];
  if (!batch) {
    // A notification. They are not used: the end of the stream says as much
    // as `%exit`, and cannot be forged.
    if (!line.startsWith("%")) stray.push(line);
    return;
  }
  const complete = batch.lines.at(-1) === batch.last;
  batch.lines.push(line);
  if (!complete) return;
  batches.shift();
  batch.resolve(splitReplies(batch.lines, batch.nonces));
}

function submit(
  to: Pick<Opened, "writer" | "batches">,
  commands: readonly string[],
  { resolve, reject }: Pick<Batch, "resolve" | "reject">,
): void {
  const nonces = commands.map(() => crypto.randomUUID());
  const last = crypto.randomUUID();
  const line = commands.map((command, index) =>
    `${command} ; display-message -p ${nonces[index]}`
  ).join(" ; ");
  to.batches.push({ nonces, last, lines: [], resolve, reject });
  // A failed write means that the client is gone; the end of its output
  // rejects all that wait.
  to.writer
    .write(encoder.encode(`${line}\ndisplay-message -p ${last}\n`))
    .catch(() => {});
}

function lost(): OrchError {
  return new OrchError("The connection to tmux has ended", {
    hint: "tmux list-sessions shows whether the server still runs",
  });
}

function unreachable(options: ConnectionOptions, complaint: string): OrchError {
  const where = options.socket === undefined
    ? "the default tmux server"
    : `the tmux server at ${options.socket}`;
  return new OrchError(
    `Cannot connect to ${where}: ${complaint || "it closed the connection"}`,
    {
      hint: options.start
        ? "tmux new-session shows whether tmux itself works"
        : "tmux new-session starts a server",
      exitCode: options.start ? ExitCode.failed : ExitCode.notFound,
    },
  );
}
