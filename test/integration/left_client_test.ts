import assert from "node:assert/strict";
import { eventually, processEnded, spawnOrch, Stage } from "../harness/mod.ts";

/** The process ids of the control clients on the stage's server. */
async function controlClients(stage: Stage): Promise<string[]> {
  const printed = await stage.server.tmux(
    ...["list-clients", "-F", "#{client_control_mode} #{client_pid}"],
  );
  return printed.split("\n").filter((line) => line.startsWith("1 "))
    .map((line) => line.slice(2));
}

Deno.test("a monitor ends the client of one that was killed", async () => {
  await using stage = await Stage.start([{ run: "git push" }]);
  const place = { ...stage.place, directory: stage.project };
  const killed = spawnOrch(["monitor", "--json"], place);
  let left: string | undefined;
  await eventually("the monitor has its client", async () => {
    [left] = await controlClients(stage);
    return left !== undefined;
  }, 20_000);
  // While it does not read, tmux has more to tell it than a pipe holds.
  killed.kill("SIGSTOP");
  const many = Array.from(
    { length: 4000 },
    (_, index) => `rename-window -t main:0 ${"name".repeat(20)}${index}`,
  );
  const file = `${stage.server.directory}/many.conf`;
  await Deno.writeTextFile(file, many.join("\n"));
  await stage.server.tmux("source-file", file);
  killed.kill("SIGKILL");
  await Promise.all([killed.stdout.cancel(), killed.stderr.cancel()]);
  await killed.status;
  // The next one works in spite of it, and takes it away.
  assert.deepEqual(await controlClients(stage), [left]);
  {
    await using monitor = await stage.monitor();
    await monitor.until("waiting");
    await eventually("the client is gone", async () => {
      const clients = await controlClients(stage);
      return clients.length === 1 && clients[0] !== left || clients;
    });
  }
  const { pid } = stage.server;
  await stage.server.tmux("kill-server");
  await processEnded(pid);
});

Deno.test("a monitor leaves the clients of others alone", async () => {
  await using stage = await Stage.start([{ run: "git push" }]);
  const place = { ...stage.place, directory: stage.project };
  const other = spawnOrch(["monitor", "--json"], place);
  try {
    await eventually(
      "the other has its client",
      async () => (await controlClients(stage)).length === 1,
      20_000,
    );
    const before = await controlClients(stage);
    const clients = await Promise.all([1, 2].map(async () => {
      await using monitor = await stage.monitor();
      await monitor.until("state");
      return await controlClients(stage);
    }));
    for (const now of clients) assert.ok(now.includes(before[0]!), String(now));
    assert.deepEqual(await controlClients(stage), before);
  } finally {
    other.kill("SIGTERM");
    await other.output();
  }
});
