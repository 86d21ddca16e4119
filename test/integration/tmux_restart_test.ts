import assert from "node:assert/strict";
import { Tmux } from "../../lib/tmux/mod.ts";
import { Canvas, eventually, TestTmux, WatchLog } from "../harness/mod.ts";

Deno.test("watch() survives a server that is killed and started again", async () => {
  await using server = await TestTmux.start();
  const tmux = await server.connect();
  const identity = await tmux.server();
  const { pane } = server;
  await using log = new WatchLog(tmux);
  await log.untilScreen(pane, /\$/);
  Deno.kill(server.pid, "SIGKILL");
  await log.until("it is lost", ({ type }) => type === "lost");
  await assert.rejects(tmux.capture(pane), { name: "OrchError" });
  await assert.rejects(tmux.panes(), /Cannot connect/);

  await server.boot();
  const again = await log.until(
    "it is connected again",
    (event) => event.type === "connected" && event.server !== identity,
  );
  assert.equal(again.type === "connected" && again.server, await tmux.server());
  const kinds = log.events.map(({ type }) => type);
  const end = kinds.slice(kinds.indexOf("lost"), kinds.indexOf("lost") + 3);
  assert.deepEqual(end, ["lost", "gone", "connected"]);
  // The same id, another pane.
  assert.equal(server.pane, pane);
  const { length } = log.events;
  await server.tmux("send-keys", "-t", pane, "echo anew", "Enter");
  await log.untilScreen(pane, /^anew$/m);
  assert.ok(log.events.length > length);
});

Deno.test("input for a pane of the old server never reaches its namesake", async () => {
  await using server = await TestTmux.start();
  const tmux = await server.connect();
  const { pane } = server;
  const old = await tmux.server();
  await tmux.sendText(pane, "echo", { server: old });
  await server.until(pane, /\$ echo/);
  await server.halt();
  await server.boot();
  assert.equal(server.pane, pane);
  await server.until(pane, /^\$/);
  const stale = { server: old };
  const gone = /its server is gone/;
  await assert.rejects(tmux.sendText(pane, "rm", stale), gone);
  await assert.rejects(tmux.sendKey(pane, "r", stale), gone);
  await assert.rejects(tmux.paste(pane, "rm", stale), gone);
  assert.equal(await tmux.keyIf(pane, ["$"], "r", "m", stale), false);
  assert.equal((await server.screen(pane)).trim(), "$");
  const current = { server: await tmux.server() };
  assert.equal(await tmux.keyIf(pane, ["$"], "k", "m", current), true);
});

Deno.test("commands that wait when the server dies are rejected", async () => {
  await using server = await TestTmux.start();
  const tmux = await server.connect();
  await using log = new WatchLog(tmux, { include: () => false });
  await log.until("it watches", ({ type }) => type === "connected");
  const waiting = tmux.command("wait-for", "never");
  const rejected = assert.rejects(waiting, {
    name: "OrchError",
    message: "The connection to tmux has ended",
  });
  Deno.kill(server.pid, "SIGKILL");
  await rejected;
});

Deno.test("a watch goes on when the socket's file is deleted", async () => {
  await using server = await TestTmux.start();
  const tmux = await server.connect();
  const canvas = await Canvas.open(server);
  await using log = new WatchLog(tmux);
  await log.untilScreen(canvas.pane, /ready/);
  await Deno.remove(server.socket);
  try {
    await canvas.writeUnread("still here");
    await log.untilScreen(canvas.pane, /still here/);
    await tmux.sendText(canvas.pane, "typed");
    await assert.rejects(
      Tmux.connect({ socket: server.socket, start: false }),
      { name: "OrchError", exitCode: 3, message: /No such file/ },
    );
  } finally {
    // tmux makes its socket again when it is asked to.
    Deno.kill(server.pid, "SIGUSR1");
    await eventually(
      "the socket is back",
      () => Deno.stat(server.socket).then(() => true, String),
    );
  }
  assert.equal(await canvas.typed(), "typed");
});

Deno.test("a connection that somebody ends is made again", async () => {
  await using server = await TestTmux.start();
  const tmux = await server.connect();
  await using log = new WatchLog(tmux);
  await log.untilScreen(server.pane, /\$/);
  await server.tmux("kill-session", "-t", "=_orch");
  await log.until("it is lost", ({ type }) => type === "lost");
  const identity = await tmux.server();
  await log.until(
    "it is back",
    (event) =>
      event.type === "connected" && event.server === identity &&
      log.events.lastIndexOf(event) >
        log.events.findIndex(({ type }) => type === "lost"),
  );
  await server.tmux("send-keys", "-t", server.pane, "echo back", "Enter");
  await log.untilScreen(server.pane, /^back$/m);
  assert.ok(!log.events.some(({ type }) => type === "gone"));
});

Deno.test("a watch whose client alone is detached comes back at once", async () => {
  await using server = await TestTmux.start();
  const tmux = await server.connect();
  const other = await server.connect();
  const canvas = await Canvas.open(server);
  await using log = new WatchLog(tmux);
  await log.untilScreen(canvas.pane, /ready/);
  const [client = ""] =
    (await server.tmux("list-clients", "-F", "#{client_name}"))
      .split("\n");
  await using second = new WatchLog(other);
  await second.untilScreen(canvas.pane, /ready/);
  await server.tmux("detach-client", "-t", client);
  await log.until(
    "it is back",
    (event) => event.type === "connected" && event !== log.events[0],
  );
  await canvas.writeUnread("back");
  await log.untilScreen(canvas.pane, /back/);
});

Deno.test("connect() with start: false does not start a server", async () => {
  await using server = await TestTmux.start();
  await server.halt();
  const { socket } = server;
  await assert.rejects(Tmux.connect({ socket, start: false }), {
    name: "OrchError",
    exitCode: 3,
    hint: "tmux new-session starts a server",
  });
  await assert.rejects(server.tmux("list-sessions"), /no server running/);
});

Deno.test("newSession() starts a server where that is allowed", async () => {
  await using server = await TestTmux.start();
  await server.halt();
  await using tmux = await Tmux.connect({ socket: server.socket });
  assert.deepEqual(await tmux.panes(), []);
  await assert.rejects(tmux.findPane("web"), { exitCode: 3 });
  const pane = await tmux.newSession({
    name: "web",
    directory: server.home,
    argv: ["cat"],
  });
  assert.equal((await tmux.findPane("web")).id, pane);
  server.pid = Number((await tmux.server()).split(" ")[0]);
});
