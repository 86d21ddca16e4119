import assert from "node:assert/strict";
import type { Tmux } from "../../lib/tmux/mod.ts";
import { Canvas, TestTmux, WatchLog } from "../harness/mod.ts";

/** What the person's server has of orch's. */
async function traces(server: TestTmux): Promise<string> {
  return [
    await server.tmux("show-hooks", "-g"),
    await server.tmux("show-hooks", "-gw"),
    await server.tmux("show-options", "-g"),
    await server.tmux("show-options", "-s"),
    await server.tmux("list-sessions", "-F", "#{session_name}"),
    await server.tmux("list-clients"),
    await server.tmux("list-buffers"),
  ].join("\n---\n");
}

Deno.test("watch() begins with the server and every screen", async () => {
  await using server = await TestTmux.start();
  const tmux = await server.connect();
  const canvas = await Canvas.open(server);
  await canvas.draw("hello");
  await using log = new WatchLog(tmux);
  await log.untilScreen(server.pane, /^\$/);
  await log.untilScreen(canvas.pane, /^hello/);
  assert.deepEqual(log.events[0], {
    type: "connected",
    server: await tmux.server(),
  });
  assert.match(await tmux.server(), new RegExp(`^${server.pid} \\d+$`));
});

Deno.test("watch() tells every pane that ends, once", async () => {
  await using server = await TestTmux.start();
  const tmux = await server.connect();
  const directory = server.home;
  const closed = await tmux.newSession({ name: "a", directory, argv: ["cat"] });
  const dead = await tmux.newSession({ name: "b", directory, argv: ["cat"] });
  await server.tmux("set-option", "-p", "-t", dead, "remain-on-exit", "on");
  await using log = new WatchLog(tmux, { interval: 20 });
  await log.untilScreen(closed, /^/);
  await log.untilScreen(dead, /^/);
  await server.tmux("send-keys", "-t", closed, "C-d");
  await log.untilGone(closed);
  await server.tmux("send-keys", "-t", dead, "C-d");
  await log.untilGone(dead);
  await server.tmux("kill-session", "-t", "=b");
  await server.tmux("new-window", "-d", "-t", "main:", "-n", "later", "cat");
  await log.until(
    "a later look",
    (event) => event.type === "screen" && event.pane.window === "later",
  );
  const gone = log.events.filter(({ type }) => type === "gone");
  assert.equal(gone.length, 2);
});

Deno.test("watch() hears bells, titles, new and closed windows at once", async () => {
  await using server = await TestTmux.start();
  const tmux = await server.connect();
  const canvas = await Canvas.open(server);
  // With so long an interval only the hooks can tell in time.
  await using log = new WatchLog(tmux, { interval: 60_000 });
  await log.untilScreen(canvas.pane, /ready/);
  await canvas.writeUnread("rings\x07");
  await log.untilScreen(canvas.pane, /rings/);
  await canvas.writeUnread("retitles\x1b]2;other\x07");
  await log.untilScreen(canvas.pane, /retitles/);
  const other = await Canvas.open(server, { name: "other" });
  await log.until(
    "the new pane is seen",
    (event) => event.type === "screen" && event.pane.id === other.pane,
  );
});

Deno.test("watch() sees every last change, though tmux dates whole seconds", async () => {
  await using server = await TestTmux.start();
  const tmux = await server.connect();
  const canvas = await Canvas.open(server);
  await using log = new WatchLog(tmux, { interval: 20 });
  for (let step = 0; step < 60; step++) {
    await canvas.writeUnread(`\rstep ${step}`);
    await log.untilScreen(canvas.pane, new RegExp(`^step ${step}$`, "m"));
  }
});

Deno.test("watch() tells a screen once, however often it is looked at", async () => {
  await using server = await TestTmux.start();
  const tmux = await server.connect();
  const canvas = await Canvas.open(server);
  await using log = new WatchLog(tmux, {
    interval: 5,
    include: (pane) => pane.id === canvas.pane,
  });
  await canvas.draw("first");
  await log.untilScreen(canvas.pane, /first/);
  // The same rows again: output, but no change.
  for (let times = 0; times < 20; times++) await canvas.writeUnread("\rfirst");
  await canvas.draw("second");
  await log.untilScreen(canvas.pane, /second/);
  const screens = log.events.filter((event) => event.type === "screen")
    .map(({ capture }) =>
      [capture.text, capture.title, capture.inMode].join("\n")
    );
  const repeated = screens.filter((screen, at) => screen === screens[at - 1]);
  assert.deepEqual(repeated, []);
});

Deno.test("watch() tells sizes, titles and modes that change by themselves", async () => {
  await using server = await TestTmux.start();
  const tmux = await server.connect();
  const canvas = await Canvas.open(server);
  await using log = new WatchLog(tmux, { interval: 20 });
  await log.untilScreen(canvas.pane, /ready/);
  await server.tmux("resize-window", "-t", canvas.pane, "-x", "77");
  await log.until(
    "the size changes",
    (event) => event.type === "screen" && event.capture.columns === 77,
  );
  await server.tmux("select-pane", "-t", canvas.pane, "-T", "by hand");
  await log.until(
    "the title changes",
    (event) => event.type === "screen" && event.capture.title === "by hand",
  );
  await server.tmux("copy-mode", "-t", canvas.pane);
  await log.until(
    "copy mode covers it",
    (event) => event.type === "screen" && event.capture.inMode,
  );
});

Deno.test("watch() asks for every pane each time whether it is included", async () => {
  await using server = await TestTmux.start();
  const tmux = await server.connect();
  const canvas = await Canvas.open(server);
  await using log = new WatchLog(tmux, {
    include: (pane) => pane.agent !== undefined,
    interval: 20,
  });
  await log.until("it is connected", ({ type }) => type === "connected");
  await tmux.setPaneAgent(canvas.pane, "web");
  const event = await log.untilScreen(canvas.pane, /ready/);
  assert.equal(event.type === "screen" && event.pane.agent, "web");
  assert.equal(log.events.length, 2);
});

Deno.test("a pane that dies between listing and capture is gone, no crash", async () => {
  await using server = await TestTmux.start();
  const tmux = await server.connect();
  await using log = new WatchLog(tmux, { interval: 1 });
  for (let round = 0; round < 40; round++) {
    await server.tmux(
      "new-window",
      "-d",
      "-t",
      "main:",
      "--",
      "sh",
      "-c",
      "yes | head -500",
    );
  }
  await server.tmux("kill-window", "-a", "-t", server.pane);
  await log.until("the last pane is gone", () => {
    const seen = new Set(
      log.events.flatMap((event) =>
        event.type === "screen" ? [event.pane.id] : []
      ),
    );
    for (const event of log.events) {
      if (event.type === "gone") seen.delete(event.pane.id);
    }
    return seen.size === 1 && seen.has(server.pane);
  });
  await assert.rejects(tmux.capture("%30"), {
    name: "TmuxError",
    message: "tmux capture-pane on %30: can't find pane: %30",
  });
});

Deno.test("watch() leaves nothing behind, whichever way it ends", async () => {
  await using server = await TestTmux.start();
  const before = await traces(server);
  const tmux = await server.connect();
  for (const end of ["abort", "break", "throw"] as const) {
    const stop = new AbortController();
    const events = tmux.watch({ signal: stop.signal, include: () => true });
    const run = async () => {
      for await (const event of events) {
        if (event.type !== "screen") continue;
        assert.match(
          await server.tmux("show-hooks", "-g"),
          /wait-for -S orch-/,
        );
        if (end === "abort") stop.abort();
        if (end === "break") break;
        if (end === "throw") throw new Error("on purpose");
      }
    };
    await run().catch((error) => assert.equal(error.message, "on purpose"));
    assert.doesNotMatch(await traces(server), /wait-for/);
  }
  await tmux.close();
  assert.equal(await traces(server), before);
});

Deno.test("watches do not disturb each other, nor the person's hooks", async () => {
  await using server = await TestTmux.start();
  await server.tmux("set-hook", "-g", "alert-bell", "set-option -g @mine rang");
  const clients = [await server.connect(), await server.connect()];
  const canvas = await Canvas.open(server);
  const watchAll = (tmux: Tmux) => new WatchLog(tmux, { interval: 60_000 });
  await using first = watchAll(clients[0]!);
  await first.untilScreen(canvas.pane, /ready/);
  {
    await using second = watchAll(clients[1]!);
    await second.untilScreen(canvas.pane, /ready/);
    await canvas.writeUnread("both\x07");
    await first.untilScreen(canvas.pane, /both/);
    await second.untilScreen(canvas.pane, /both/);
  }
  await clients[1]!.close();
  await canvas.writeUnread("one\x07");
  await first.untilScreen(canvas.pane, /one/);
  assert.equal(await server.tmux("show-options", "-gv", "@mine"), "rang");
});
