import { ExitCode, OrchError } from "../errors/mod.ts";
import { type Reply, splitReplies } from "./replies.ts";
import { missingTmux, parseTmuxVersion, tmuxVersion } from "./tmux_version.ts";

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

/** A client, before and after it has answered for the first time. */
interface Client {
  readonly writer: WritableStreamDefaultWriter<Uint8Array>;
  readonly batches: Batch[];
  /** Whether its output has ended. */
  over: boolean;
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
  readonly pid: number;
  /** Resolves when the connection has ended, whoever ended it. */
  readonly ended: Promise<void>;
  readonly #client: Client;

  private constructor(client: Client, ended: Promise<void>, facts: string) {
    const [server = "", started = "", pid = ""] = facts.split(" ");
    this.#client = client;
    this.ended = ended;
    this.server = `${server} ${started}`;
    this.pid = Number(pid);
  }

  /**
   * Starts the client and waits until it answers.
   *
   * @param options Where to.
   * @returns The connection.
   * @throws {OrchError} When tmux is missing or too old, or no server answers.
   */
  static async open(options: ConnectionOptions): Promise<Connection> {
    const child = spawn(options);
    const client = {
      writer: child.stdin.getWriter(),
      batches: [],
      over: false,
    };
    const said = serve(client, child);
    const first = submit(client, [
      "display-message -p '#{pid} #{start_time} #{client_pid} #{version}'",
    ]);
    const [reply] = await first.catch(() => []);
    if (!reply?.ok) throw await unreachable(options, await said);
    const facts = reply.lines[0] ?? "";
    const connection = new Connection(client, said.then(() => {}), facts);
    try {
      parseTmuxVersion(facts.split(" ").slice(3).join(" "));
      return connection;
    } catch (error) {
      await connection.close();
      throw error;
    }
  }

  /** Whether the connection has ended. */
  get over(): boolean {
    return this.#client.over;
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
    return submit(this.#client, commands);
  }

  /**
   * Ends the connection: end of input, then end of output, then the exit.
   *
   * In any other order server and client can wait for each other for ever.
   */
  async close(): Promise<void> {
    await this.#client.writer.close().catch(() => {});
    await this.ended;
  }
}

function spawn(options: ConnectionOptions): Deno.ChildProcess {
  try {
    return new Deno.Command("tmux", {
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
}

/** Hands out replies until the client ends; returns what it complained of. */
async function serve(
  client: Client,
  child: Deno.ChildProcess,
): Promise<string> {
  const complaint = new Response(child.stderr).text();
  const stray: string[] = [];
  await read(child.stdout, client.batches, stray);
  client.over = true;
  for (const batch of client.batches.splice(0)) {
    stray.push(...batch.lines.filter((line) => !line.startsWith("%")));
    batch.reject(lost());
  }
  await client.writer.close().catch(() => {});
  await child.status;
  return (await complaint).trim() || stray.join("\n");
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

function submit(client: Client, commands: readonly string[]): Promise<Reply[]> {
  const { promise, resolve, reject } = Promise.withResolvers<Reply[]>();
  if (client.over) {
    reject(lost());
    return promise;
  }
  const nonces = commands.map(() => crypto.randomUUID());
  const last = crypto.randomUUID();
  const line = commands.map((command, index) =>
    `${command} ; display-message -p ${nonces[index]}`
  ).join(" ; ");
  client.batches.push({ nonces, last, lines: [], resolve, reject });
  // A failed write means that the client is gone; the end of its output
  // rejects all that wait.
  client.writer
    .write(encoder.encode(`${line}\ndisplay-message -p ${last}\n`))
    .catch(() => {});
  return promise;
}

function lost(): OrchError {
  return new OrchError("The connection to tmux has ended", {
    hint: "tmux list-sessions shows whether the server still runs",
  });
}

async function unreachable(
  options: ConnectionOptions,
  complaint: string,
): Promise<OrchError> {
  // An old tmux complains about flags; its version says more.
  await tmuxVersion();
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
