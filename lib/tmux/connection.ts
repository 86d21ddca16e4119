import { OrchError } from "../errors/mod.ts";
import { type Channel, type ChannelOptions, frame } from "./channel.ts";
import { signIn } from "./left_clients.ts";
import { type Reply, splitReplies } from "./replies.ts";
import { startTmux, unreachable } from "./start_tmux.ts";
import { parseTmuxVersion } from "./tmux_version.ts";

/** The hidden session that orch's control clients are attached to. */
export const hiddenSession = "_orch";

/**
 * Ends the hidden session when its last client has left.
 *
 * Not by `destroy-unattached`: that destroys the session under a client that
 * is about to exit when another one leaves just then, and tmux (3.3a) crashes,
 * with everything that runs in it. `kill-session` takes such clients off first.
 */
const leave = `if-shell -F '#{==:#{session_attached},0}' ` +
  `'kill-session -t =${hiddenSession}'`;

/** What people see who come across the hidden session. */
const notice = "This session belongs to orch. Leave it with: tmux detach";

/** Attaches to the hidden session, with output off from the start. */
const attach = [
  ...["new-session", "-A", "-s", hiddenSession, "-n", "orch"],
  ...["--", "/bin/sh", "-c", `echo '${notice}'; exec cat`],
  ...[";", "set-option", "destroy-unattached", "off"],
  ...[";", "set-option", "detach-on-destroy", "on"],
  ...[";", "set-hook", "client-detached", leave],
  ...[";", ...signIn(Deno.pid)],
  ...[";", "refresh-client", "-f", "no-output"],
];

const encoder = new TextEncoder();

/** Somebody who waits for an answer. */
interface Waiter extends PromiseWithResolvers<readonly string[]> {
  /** What is printed at the end of the answer. */
  readonly last: string;
  /** What has come until now. */
  readonly lines: string[];
}

/** A client, before and after it has answered for the first time. */
interface Client {
  readonly writer: WritableStreamDefaultWriter<Uint8Array>;
  readonly waiters: Waiter[];
  /** Whether its output has ended. */
  over: boolean;
}

/**
 * One `tmux -C` process, attached to the hidden session with output off.
 *
 * The hidden session ends when its last client leaves, so nothing of orch keeps
 * a server alive. It has one pane that runs `cat`.
 */
export class Connection implements Channel {
  /** The server's identity, `pid start_time`. */
  readonly server: string;
  /** The process id of the tmux client. */
  readonly pid: number;
  /** Resolves when the connection has ended, whoever ended it. */
  readonly ended: Promise<void>;
  readonly #client: Client;

  private constructor(
    client: Client,
    ended: Promise<void>,
    pid: number,
    server: string,
  ) {
    this.#client = client;
    this.ended = ended;
    this.pid = pid;
    this.server = server;
  }

  /**
   * Starts the client and waits until it answers.
   *
   * @param options Where to.
   * @returns The connection.
   * @throws {OrchError} When tmux is missing or too old, or no server answers.
   */
  static async open(options: ChannelOptions): Promise<Connection> {
    const facts = crypto.randomUUID();
    const last = crypto.randomUUID();
    const child = startTmux(options.socket, [
      ...(options.start ? [] : ["-N"]),
      "-C",
      ...attach,
      ...[";", "display-message", "-p", `${facts} #{version}`],
      ...[";", "display-message", "-p", `${facts} #{pid} #{start_time}`],
      ...[";", "display-message", "-p", last],
    ]);
    const writer = child.stdin.getWriter();
    const client: Client = { writer, waiters: [], over: false };
    const said = serve(client, child);
    // Nothing may be sent before this: tmux (3.3a) would run it before it has
    // attached the client, or keep it from ever doing so.
    const [version, server] = await answer(client, last)
      .then((lines) => lines.filter((line) => line.startsWith(facts)))
      .then((lines) => lines.map((line) => line.slice(facts.length + 1)))
      .catch(() => []);
    if (!server) throw await unreachable(options, await said);
    const ended = said.then(() => {});
    const connection = new Connection(client, ended, child.pid, server);
    try {
      parseTmuxVersion(version ?? "");
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
   * Runs commands in one pass of the server.
   *
   * @param commands Quoted commands.
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
    // Those who wait for an answer get it.
    await this.#client.waiters.at(-1)?.promise.catch(() => {});
    await this.#client.writer.close().catch(() => {});
    await this.ended;
  }
}

/** Hands out replies until the client ends; returns what it complained of. */
async function serve(
  client: Client,
  child: Deno.ChildProcess,
): Promise<string> {
  const complaint = new Response(child.stderr).text();
  const stray: string[] = [];
  await read(child.stdout, client.waiters, stray);
  client.over = true;
  for (const waiter of client.waiters.splice(0)) {
    stray.push(...waiter.lines.filter((line) => !line.startsWith("%")));
    waiter.reject(lost());
  }
  await client.writer.close().catch(() => {});
  await child.status;
  return (await complaint).trim() || stray.join("\n");
}

/** Hands every line to who waits for it; ends with the stream. */
async function read(
  stream: ReadableStream<Uint8Array>,
  waiters: Waiter[],
  stray: string[],
): Promise<void> {
  const decoder = new TextDecoder();
  let rest = "";
  for await (const chunk of stream) {
    const text = rest + decoder.decode(chunk, { stream: true });
    let start = 0;
    let end = text.indexOf("\n");
    for (; end >= 0; end = text.indexOf("\n", start)) {
      receive(text.slice(start, end), waiters, stray);
      start = end + 1;
    }
    rest = text.slice(start);
  }
}

function receive(line: string, waiters: Waiter[], stray: string[]): void {
  const waiter = waiters[0];
  if (!waiter) {
    // A notification. They are not used: the end of the stream says as much
    // as `%exit`, and cannot be forged.
    if (!line.startsWith("%")) stray.push(line);
    return;
  }
  const complete = waiter.lines.at(-1) === waiter.last;
  waiter.lines.push(line);
  if (!complete) return;
  waiters.shift();
  waiter.resolve(waiter.lines);
}

/** Waits for all that is written up to, and with, the frame of a nonce. */
function answer(client: Client, last: string): Promise<readonly string[]> {
  if (client.over) return Promise.reject(lost());
  const waiter = Promise.withResolvers<readonly string[]>();
  client.waiters.push({ ...waiter, last, lines: [] });
  return waiter.promise;
}

async function submit(
  client: Client,
  commands: readonly string[],
): Promise<Reply[]> {
  const { text, nonces, last } = frame(commands);
  const answered = answer(client, last);
  // A failed write means that the client is gone; the end of its output
  // rejects all that wait.
  client.writer.write(encoder.encode(text)).catch(() => {});
  return splitReplies(await answered, nonces);
}

function lost(): OrchError {
  return new OrchError("The connection to tmux has ended", {
    hint: "tmux list-sessions shows whether the server still runs",
  });
}
