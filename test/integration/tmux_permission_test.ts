import assert from "node:assert/strict";
import { Tmux } from "../../lib/tmux/mod.ts";
import { TestTmux } from "../harness/mod.ts";

/** Runs a fixture in a process of its own, with nothing but what is given. */
async function run(
  fixture: string,
  permissions: readonly string[],
  options: { args?: readonly string[]; env: Record<string, string> },
): Promise<string> {
  const path = new URL(`../fixtures/${fixture}`, import.meta.url).pathname;
  const { stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: [
      ...["run", "--quiet", "--no-prompt", "--no-check", ...permissions],
      ...[path, ...options.args ?? []],
    ],
    env: options.env,
    clearEnv: true,
    stdin: "null",
  }).output();
  const decoder = new TextDecoder();
  return (decoder.decode(stdout) + decoder.decode(stderr)).trim();
}

/** The server's environment, as a program beside it would have it. */
function beside(server: TestTmux): Record<string, string> {
  const { PATH = "", LANG = "", TMUX_TMPDIR = "" } = server.environment;
  const cache = Deno.env.get("DENO_DIR") ??
    `${Deno.env.get("HOME")}/.cache/deno`;
  return { PATH, LANG, TMUX_TMPDIR, HOME: server.home, DENO_DIR: cache };
}

Deno.test("all of the library runs with --allow-run=tmux and nothing else", async () => {
  await using server = await TestTmux.start();
  const printed = await run("tmux_tour.ts", ["--allow-run=tmux"], {
    args: [server.socket, server.home],
    env: beside(server),
  });
  assert.equal(printed, "done");
});

Deno.test("a program inside tmux can reach another server", async () => {
  await using outer = await TestTmux.start();
  await using inner = await TestTmux.start();
  const TMUX = `${outer.socket},${outer.pid},0`;
  const printed = await run("tmux_tour.ts", ["--allow-run=tmux"], {
    args: [inner.socket, inner.home],
    env: { ...beside(inner), TMUX, TMUX_PANE: outer.pane },
  });
  assert.equal(printed, "done");
  assert.equal(await outer.tmux("list-sessions", "-F", "#S"), "main");
});

Deno.test("without a socket a program reaches the server it runs in", async () => {
  await using server = await TestTmux.start();
  const TMUX = `${server.socket},${server.pid},0`;
  const printed = await run("connect_default.ts", ["--allow-run=tmux"], {
    env: { ...beside(server), TMUX },
  });
  assert.match(printed, new RegExp(`^${server.pid} \\d+$`));
});

Deno.test("a test never reaches the default server", async () => {
  await assert.rejects(Tmux.connect(), {
    name: "OrchError",
    message: "Tests must not reach the default tmux server",
  });
  await assert.rejects(Tmux.connect({ start: false }), /Tests must not reach/);
});

Deno.test("nor does a program that a test starts", async () => {
  await using server = await TestTmux.start();
  const permissions = ["--allow-run=tmux", "--allow-env=ORCH_TEST"];
  const under = { ...beside(server), ORCH_TEST: "1" };
  assert.match(
    await run("connect_default.ts", permissions, { env: under }),
    /^Tests must not reach the default tmux server/,
  );
  // The same without ORCH_TEST is let through: it was that which stopped it.
  assert.match(
    await run("connect_default.ts", permissions, { env: beside(server) }),
    /^Cannot connect to the default tmux server: /,
  );
});

Deno.test("a machine without tmux is told how to get it", async () => {
  await using server = await TestTmux.start();
  const printed = await run("connect_default.ts", ["--allow-run=tmux"], {
    env: { ...beside(server), PATH: server.home },
  });
  assert.match(printed, /tmux is not installed, or not on the PATH\n.*install/);
});

Deno.test("a tmux that is too old is named as the reason", async () => {
  await using server = await TestTmux.start();
  const old = `${server.home}/tmux`;
  await Deno.writeTextFile(
    old,
    '#!/bin/sh\n[ "$1" = -V ] && exec echo "tmux 3.1c"\n' +
      'echo "tmux: unknown option -- N" >&2; exit 1\n',
  );
  await Deno.chmod(old, 0o755);
  const path = `${server.home}:${server.environment.PATH}`;
  const printed = await run("connect_default.ts", ["--allow-run=tmux"], {
    env: { ...beside(server), PATH: path },
  });
  assert.match(printed, /^tmux 3\.1c is too old: orch needs 3\.2 or newer/);
});
