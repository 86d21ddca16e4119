import assert from "node:assert/strict";
import {
  Canvas,
  eventually,
  processEnded,
  processesOf,
  TestTmux,
  WatchLog,
} from "../harness/mod.ts";

/** Everything on the person's server that orch must not change. */
async function persons(server: TestTmux): Promise<string> {
  const format = "#{session_name} #{session_attached} #{window_width}x" +
    "#{window_height} #{session_windows} #{pane_id} #{window_index}";
  return [
    await server.tmux("list-panes", "-a", "-F", format, "-f", notOrch),
    await server.tmux("show-options", "-g"),
    await server.tmux("show-options", "-gw"),
    await server.tmux("show-options", "-s"),
    await server.tmux("show-options", "-t", "main:"),
    await server.tmux("show-environment", "-g"),
    await server.tmux("list-keys"),
  ].join("\n---\n");
}

const notOrch = "#{!=:#{session_name},_orch}";

Deno.test("a watch changes nothing that is the person's, and then is gone", async () => {
  await using server = await TestTmux.start();
  const canvas = await Canvas.open(server, { columns: 133, rows: 44 });
  const before = await persons(server);
  const tmux = await server.connect();
  {
    await using log = new WatchLog(tmux);
    await log.untilScreen(canvas.pane, /ready/);
    assert.match(await server.tmux("list-sessions"), /^_orch: 1 windows/m);
    assert.equal(await persons(server), before);
    assert.ok(!(await tmux.panes()).some(({ session }) => session === "_orch"));
  }
  await eventually("the hidden session is gone", async () => {
    const sessions = await server.tmux("list-sessions", "-F", "#S");
    return sessions === "canvas\nmain" || sessions;
  });
  assert.equal(await persons(server), before);
});

Deno.test("commands without a watch leave no trace while they run", async () => {
  await using server = await TestTmux.start();
  const tmux = await server.connect();
  const before = await persons(server);
  await tmux.panes();
  await tmux.capture(server.pane);
  await tmux.keyIf(server.pane, ["no such row"], "1", "marker");
  assert.equal(await server.tmux("list-sessions", "-F", "#S"), "main");
  assert.equal(await server.tmux("list-clients"), "");
  assert.equal(await persons(server), before);
});

Deno.test("the server can exit when its last session ends after a watch", async () => {
  await using server = await TestTmux.start();
  const tmux = await server.connect();
  {
    await using log = new WatchLog(tmux);
    await log.untilScreen(server.pane, /\$/);
    await server.tmux("kill-session", "-t", "=main");
    await log.untilGone(server.pane);
  }
  await processEnded(server.pid);
});

Deno.test("a watch that was killed leaves nothing but hooks, and the next takes those", async () => {
  await using server = await TestTmux.start();
  const hooksBefore = await server.tmux("show-hooks", "-g");
  const watcher = new Deno.Command(Deno.execPath(), {
    args: [
      ...["run", "--no-prompt", "--allow-run=tmux", "--no-check"],
      new URL("../fixtures/watch_forever.ts", import.meta.url).pathname,
      server.socket,
    ],
    stdin: "null",
    stdout: "piped",
    stderr: "inherit",
  }).spawn();
  const reader = watcher.stdout.getReader();
  await reader.read();
  assert.match(await server.tmux("show-hooks", "-g"), /wait-for -S orch-/);
  watcher.kill("SIGKILL");
  await watcher.status;
  await reader.cancel();
  await eventually("its clients and session are gone", async () => {
    const clients = await server.tmux("list-clients");
    const sessions = await server.tmux("list-sessions", "-F", "#S");
    return clients === "" && sessions === "main" || `${clients} ${sessions}`;
  });

  const tmux = await server.connect();
  {
    await using log = new WatchLog(tmux);
    await log.untilScreen(server.pane, /\$/);
    const hooks = await server.tmux("show-hooks", "-g");
    const channels = hooks.match(/orch-\d+/g) ?? [];
    assert.equal(new Set(channels).size, 1, hooks);
  }
  assert.equal(await server.tmux("show-hooks", "-g"), hooksBefore);
  await eventually("nobody is left waiting", async () => {
    const processes = await processesOf(server.socket);
    const waiting = processes.filter(({ args }) => args.includes("wait-for"));
    return waiting.length === 0 || JSON.stringify(waiting);
  });
});

Deno.test("hooks come back when the person's configuration wipes them out", async () => {
  await using server = await TestTmux.start();
  // Looked after every 30 s: a clock that hurries lets the test not wait.
  const clock = {
    now: () => Date.now() * 1000,
    sleep: (milliseconds: number, signal?: AbortSignal) =>
      new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, milliseconds / 1000);
        signal?.addEventListener("abort", () => {
          clearTimeout(timer);
          resolve();
        });
      }),
  };
  const tmux = await server.connect({ clock });
  await using log = new WatchLog(tmux, { interval: 5000 });
  await log.untilScreen(server.pane, /\$/);
  await server.tmux("set-hook", "-g", "alert-bell", "set-option -g @mine 1");
  await eventually("the hook is back", async () => {
    const hooks = await server.tmux("show-hooks", "-g", "alert-bell");
    return /wait-for -S orch-/.test(hooks) && /@mine/.test(hooks) || hooks;
  });
});

Deno.test("two watches and many commands at once do not harm the server", async () => {
  await using server = await TestTmux.start();
  const clients = await Promise.all(
    Array.from({ length: 3 }, () => server.connect()),
  );
  const directory = server.home;
  await Promise.all(clients.map(async (tmux, index) => {
    for (let round = 0; round < 6; round++) {
      await using log = new WatchLog(tmux);
      await log.untilScreen(server.pane, /\$/);
      const name = `session-${index}-${round}`;
      const pane = await tmux.newSession({ name, directory, argv: ["cat"] });
      await log.untilScreen(pane, /^/);
      await tmux.killSession(name);
      await log.untilGone(pane);
    }
  }));
  assert.equal((await clients[0]!.panes()).length, 1);
  assert.doesNotMatch(await server.tmux("show-options", "-s"), /@orch/);
});
