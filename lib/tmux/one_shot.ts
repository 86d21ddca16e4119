import { type Channel, type ChannelOptions, frame } from "./channel.ts";
import { readPlainReplies, type Reply } from "./replies.ts";
import { startTmux, unreachable } from "./start_tmux.ts";

/** What tmux says when a server ended while a client came to it. */
const comingAndGoing = /^(server exited unexpectedly|lost server)$/m;

/** How often a client comes again then. */
const attempts = 5;

/**
 * Runs commands by starting a client for each pass, about 5 ms apiece.
 *
 * For whoever has few commands: it is not a control client. A tmux before 3.7
 * crashes, with everything that runs in it, when a control client arrives in
 * the very moment in which tmux tells all of them some news (such as another
 * one's coming or going), so that they should not come and go often.
 */
export class OneShot implements Channel {
  readonly #options: ChannelOptions;

  /**
   * Creates the channel; nothing is started yet.
   *
   * @param options How the server is reached.
   */
  constructor(options: ChannelOptions) {
    this.#options = options;
  }

  /**
   * Runs commands in one pass of the server.
   *
   * @param commands Quoted commands.
   * @returns One reply for each command that ran.
   * @throws {OrchError} When there is no server.
   */
  async run(commands: readonly string[]): Promise<Reply[]> {
    const { socket, start } = this.#options;
    // The commands come through the input: arguments may be 16 kB in all.
    const args = [
      ...(start ? ["start-server", ";"] : ["-N"]),
      "source-file",
      "-",
    ];
    const first = crypto.randomUUID();
    const framed = frame(commands);
    const input = `display-message -p ${first}\n${framed.text}`;
    for (let attempt = 1;; attempt++) {
      const { output, complaint } = await feed(socket, args, input);
      const began = output.startsWith(`${first}\n`);
      // What tmux cannot parse it does not begin, but complains in its output.
      if (began || output !== "") {
        const lines = output.slice(began ? first.length + 1 : 0).split("\n");
        return readPlainReplies(lines, framed, complaint);
      }
      // Nothing was run, so that it can be run again.
      if (attempt < attempts && comingAndGoing.test(complaint)) continue;
      throw await unreachable(this.#options, complaint);
    }
  }
}

async function feed(
  socket: string | undefined,
  args: readonly string[],
  input: string,
): Promise<{ output: string; complaint: string }> {
  const child = startTmux(socket, args);
  const writer = child.stdin.getWriter();
  // A client that ends early says why in its output.
  const written = writer.write(new TextEncoder().encode(input))
    .then(() => writer.close())
    .catch(() => writer.abort().catch(() => {}));
  const { stdout, stderr } = await child.output();
  await written;
  const decoder = new TextDecoder();
  return {
    output: decoder.decode(stdout),
    complaint: decoder.decode(stderr).trim(),
  };
}
