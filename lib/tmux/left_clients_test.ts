import assert from "node:assert/strict";
import type { Channel } from "./channel.ts";
import { endLeftClients, signedClients, signIn } from "./left_clients.ts";

const clients = ["41 1 _orch", "42 1 _orch", "43 0 main", "44 1 other"];

Deno.test("signedClients() lists those that are there and have signed in", () => {
  assert.deepEqual(signIn(7).at(-1), "#{client_pid}:7 ");
  const signed = ["41:7 40:6 43:9 44:9 41:8 nonsense 42:x "];
  assert.deepEqual(signedClients("_orch", clients, signed), [
    { client: 41, owner: 8 },
  ]);
  assert.deepEqual(signedClients("_orch", clients, []), []);
});

Deno.test("endLeftClients() asks about others' clients only", async () => {
  const ran: string[] = [];
  const channel: Channel = {
    run: (commands) => {
      ran.push(...commands);
      const lines = commands.length === 2
        ? [clients, [`41:${Deno.pid} 42:99`]]
        : [[]];
      return Promise.resolve(
        lines.map((lines) => ({ ok: true, lines, time: 0 })),
      );
    },
  };
  await endLeftClients(channel, "_orch");
  const shells = ran.filter((command) => command.startsWith("run-shell"));
  assert.equal(shells.length, 1);
  assert.match(shells[0]!, /kill -0 99 .*ps -o args= -p 42 .*kill -KILL 42/);
});
