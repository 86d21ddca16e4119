import assert from "node:assert/strict";
import { inBothModes } from "../harness/mod.ts";

inBothModes(
  "findPane() finds windows called a:b and never goes by prefix",
  async (server, tmux) => {
    const directory = server.home;
    const agent = await tmux.newSession({ name: "agent", directory });
    const odd = await tmux.newWindow({
      session: "agent",
      directory,
      window: "a:b",
    });
    const dotted = await tmux.newWindow({
      session: "agent",
      directory,
      window: "v1.2",
    });
    assert.equal((await tmux.findPane(odd)).id, odd);
    assert.equal((await tmux.findPane("agent:a:b")).id, odd);
    assert.equal((await tmux.findPane("agent:a:b.0")).id, odd);
    assert.equal((await tmux.findPane("agent:v1.2")).id, dotted);
    assert.equal((await tmux.findPane("agent:0")).id, agent);
    for (const prefix of ["ag", "agent:a", "agent:", "mai", "%"]) {
      await assert.rejects(tmux.findPane(prefix), { exitCode: 3 });
    }
    await assert.rejects(tmux.findPane("agnt:a:b"), { hint: /agent:a:b/ });
  },
);

inBothModes(
  "findPane() says which panes a name could mean",
  async (server, tmux) => {
    const { pane } = server;
    await server.tmux("split-window", "-d", "-t", pane);
    const { id } = await tmux.findPane("main:shell.1");
    await assert.rejects(tmux.findPane("main"), {
      message: `'main' means 2 panes: ${pane} main:shell.0, ${id} main:shell.1`,
      exitCode: 2,
    });
    await tmux.setPaneAgent(id, "main");
    assert.equal((await tmux.findPane("main")).id, id);
    await tmux.setPaneAgent(server.pane, "main");
    await assert.rejects(tmux.findPane("main"), { exitCode: 2 });
  },
);

inBothModes(
  "a window linked into two sessions is one pane with two names",
  async (server, tmux) => {
    await tmux.newSession({ name: "other", directory: server.home });
    await server.tmux("link-window", "-s", "main:0", "-t", "other:7");
    await server.tmux("new-session", "-d", "-t", "main", "-s", "grouped");
    const ids = (await tmux.panes()).map(({ id }) => id);
    assert.equal(new Set(ids).size, ids.length);
    assert.equal((await tmux.findPane("main")).id, server.pane);
    assert.equal((await tmux.findPane("other:7")).id, server.pane);
    assert.equal((await tmux.findPane("grouped")).id, server.pane);
  },
);

inBothModes(
  "killSession() ends the session of that very name",
  async (server, tmux) => {
    const directory = server.home;
    const names = ["web", "web2", "we b", "$0", "@1", "-x", "=web", "wéb"];
    for (const name of names) {
      await server.tmux("new-session", "-d", "-s", name, "-c", directory);
    }
    await assert.rejects(tmux.killSession("we"), { exitCode: 3 });
    await assert.rejects(tmux.killSession("_orch"), { exitCode: 3 });
    const left = new Set(["main", ...names]);
    for (const name of names) {
      await tmux.killSession(name);
      left.delete(name);
      const listed = await server.tmux(
        "list-sessions",
        "-F",
        "#{session_name}",
      );
      const sessions = new Set(listed.split("\n"));
      sessions.delete("_orch");
      assert.deepEqual(sessions, left);
    }
  },
);
