import { OrchError } from "../errors/mod.ts";
import {
  type Channel,
  type ChannelOptions,
  frame,
  type Framed,
} from "./channel.ts";
import { type Reply, splitReplies } from "./replies.ts";
import { spawnTmux, unreachable } from "./spawn_tmux.ts";
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

const encoder = new TextEncoder();

interface Batch extends Framed, PromiseWithResolvers<Reply[]> {
  readonly lines: string[];
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
    const child = spawnTmux(options.socket, attachArguments(options));
    const client = {
      writer: child.stdin.getWriter(),
      batches: [],
      over: false,
    };
    const said = serve(client, child);
    // Not #{client_pid}: tmux may take another client for the current one.
    const first = submit(client, [
      "display-message -p '#{pid} #{start_time}'",
      "display-message -p '#{version}'",
    ]);
    const [identity, version] = await first.catch(() => []);
    if (!identity?.ok) throw await unreachable(options, await said);
    const ended = said.then(() => {});
    const server = identity.lines[0] ?? "";
    const connection = new Connection(client, ended, child.pid, server);
    try {
      parseTmuxVersion(version?.lines[0] ?? "");
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
    await this.#client.batches.at(-1)?.promise.catch(() => {});
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

function attachArguments(options: ChannelOptions): string[] {
  const shell = `echo '${notice}'; exec cat`;
  return [
    ...(options.start ? [] : ["-N"]),
    "-C",
    ...["new-session", "-A", "-s", hiddenSession, "-n", "orch"],
    ...["--", "/bin/sh", "-c", shell],
    ...[";", "set-option", "destroy-unattached", "off"],
    ...[";", "set-option", "detach-on-destroy", "on"],
    ...[";", "set-hook", "client-detached", leave],
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
  if (client.over) return Promise.reject(lost());
  const waiting = Promise.withResolvers<Reply[]>();
  const framed = frame(commands);
  client.batches.push({ ...framed, ...waiting, lines: [] });
  // A failed write means that the client is gone; the end of its output
  // rejects all that wait.
  client.writer.write(encoder.encode(framed.text)).catch(() => {});
  return waiting.promise;
}

function lost(): OrchError {
  return new OrchError("The connection to tmux has ended", {
    hint: "tmux list-sessions shows whether the server still runs",
  });
}
