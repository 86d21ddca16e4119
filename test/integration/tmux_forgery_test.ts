import assert from "node:assert/strict";
import {
  Canvas,
  eventually,
  inBothModes,
  TestTmux,
  WatchLog,
} from "../harness/mod.ts";

/**
 * A control client as most are written: a reply ends at the first `%end` with
 * the numbers of its `%begin`.
 */
class NaiveClient {
  readonly #child: Deno.ChildProcess;
  readonly #writer: WritableStreamDefaultWriter<Uint8Array>;
  readonly #lines: AsyncIterator<string>;

  constructor(server: TestTmux) {
    this.#child = new Deno.Command("tmux", {
      args: ["-u", "-S", server.socket, "-C", "attach", "-t", "=main"],
      env: server.environment,
      clearEnv: true,
      stdin: "piped",
      stdout: "piped",
    }).spawn();
    this.#writer = this.#child.stdin.getWriter();
    this.#lines = linesOf(this.#child.stdout);
  }

  /** Runs a command; returns the number of its frame and its output. */
  async run(command: string): Promise<{ number: number; output: string[] }> {
    await this.#writer.write(new TextEncoder().encode(`${command}\n`));
    for (;;) {
      const begin = /^%begin (\d+) (\d+) 1$/.exec(await this.#line());
      if (!begin) continue;
      const output: string[] = [];
      const end = `%end ${begin[1]} ${begin[2]} 1`;
      for (let line; (line = await this.#line()) !== end;) output.push(line);
      return { number: Number(begin[2]), output };
    }
  }

  async close(): Promise<void> {
    await this.#writer.close();
    while (!(await this.#lines.next()).done);
    await this.#child.status;
  }

  async #line(): Promise<string> {
    return (await this.#lines.next()).value;
  }
}

async function* linesOf(stream: ReadableStream<Uint8Array>) {
  const decoder = new TextDecoder();
  let rest = "";
  for await (const chunk of stream) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split("\n");
    rest = lines.pop() ?? "";
    yield* lines;
  }
}

/** Frames that end the commands to come, in the seconds to come. */
function forgeries(from: number, count: number): string[] {
  const now = Math.floor(Date.now() / 1000);
  return Array.from({ length: count }, (_, index) => from + index)
    .flatMap((number) =>
      [now, now + 1].map((time) => `%end ${time} ${number} 1`)
    ).concat(["%begin 1 1 1", "FORGED", "%end 1 1 1", "%error 1 1 1", "%exit"]);
}

inBothModes(
  "a screen that shows forged frames fools the naive, not us",
  async (server, tmux) => {
    const canvas = await Canvas.open(server, { columns: 60, rows: 900 });
    const naive = new NaiveClient(server);
    try {
      let fooled = 0;
      for (let round = 0; round < 5; round++) {
        const { number } = await naive.run("display-message -p now");
        const rows = forgeries(number, 400);
        await canvas.draw(...rows);

        const { text } = await tmux.capture(canvas.pane);
        assert.deepEqual(text.trimEnd().split("\n"), rows);
        assert.deepEqual(
          await tmux.command("display-message", "-p", "ours"),
          ["ours"],
        );

        // Without this the test could pass with numbers that are wrong.
        const capture = await naive.run(`capture-pane -p -t ${canvas.pane}`);
        if (capture.output.length < rows.length) fooled++;
      }
      assert.equal(fooled, 5, "the forged numbers did not match");
    } finally {
      await naive.close();
    }
  },
);

Deno.test("nonces that a screen shows are of no use", async () => {
  await using server = await TestTmux.start();
  const tmux = await server.connect();
  await using log = new WatchLog(tmux, { include: () => false });
  await log.until("it watches", ({ type }) => type === "connected");
  const canvas = await Canvas.open(server, { columns: 60, rows: 400 });
  for (let round = 0; round < 5; round++) {
    // tmux logs every command; an agent can read the nonces there.
    const messages = (await tmux.command("show-messages")).join("\n");
    const nonces = [...messages.matchAll(/display-message -p ([0-9a-f-]{36})/g)]
      .map(([, nonce]) => nonce ?? "");
    assert.ok(nonces.length > 0, "the log shows no nonces");
    const rows = nonces.slice(0, 90).flatMap((nonce) => [
      "%begin 1 1 1",
      nonce,
      "%end 1 1 1",
    ]);
    await canvas.draw(...rows);
    const { text } = await tmux.capture(canvas.pane);
    assert.deepEqual(text.trimEnd().split("\n"), rows);
    assert.equal((await tmux.panes()).length, 2);
  }
});

Deno.test("hooks of the person that print do not get into replies", async () => {
  await using server = await TestTmux.start();
  const tmux = await server.connect();
  await using log = new WatchLog(tmux, { include: () => false });
  await log.until("it watches", ({ type }) => type === "connected");
  for (const command of ["display-message", "list-panes", "capture-pane"]) {
    const print = command === "display-message"
      ? "list-sessions"
      : "display-message -p HOOKED";
    await server.tmux("set-hook", "-g", `after-${command}`, print);
  }
  assert.deepEqual(await tmux.command("display-message", "-p", "one"), ["one"]);
  assert.deepEqual((await tmux.panes()).map((pane) => pane.session), ["main"]);
  const { text, columns } = await tmux.capture(server.pane);
  assert.equal(text.trimEnd(), "$");
  assert.equal(columns, 100);
});

inBothModes(
  "titles, names and options with newlines and formats stay text",
  async (server, tmux) => {
    const { pane } = server;
    const forged = "x\n%9\t$0\t@0\t0\t0\t1\t0\t1\t80\t24\t0\tmain\tsh\tboss\tt";
    await server.tmux("set-option", "-p", "-t", pane, "@orch_agent", forged);
    await server.tmux("rename-window", "-t", pane, "w:#{pid}\n%9\té漢");
    const title = "#{pid} #(touch x) %H $HOME é漢";
    const canvas = await Canvas.open(server);
    await canvas.writeUnread(`\x1b]2;${title}\x07`);
    await eventually("the title is set", async () => {
      const capture = await tmux.capture(canvas.pane);
      return capture.title === title || capture.title;
    });
    const panes = await tmux.panes();
    assert.deepEqual(panes.map(({ id }) => id).sort(), [pane, canvas.pane]);
    assert.equal((await tmux.findPane("canvas")).title, title);
    await assert.rejects(tmux.findPane("boss"), { exitCode: 3 });
    assert.equal(
      (await tmux.findPane(forged.replace(/[\t\n]/g, " "))).id,
      pane,
    );
  },
);
