import assert from "node:assert/strict";
import { inQuietMoment } from "../../lib/tmux/quiet_moment.ts";
import { OneShot } from "../../lib/tmux/one_shot.ts";
import { TestTmux } from "../harness/mod.ts";

function channelsTo(socket: string) {
  const take = new OneShot({ socket, start: false });
  return { take, giveBack: () => take };
}

Deno.test("inQuietMoment() lets one at a time, and each in the end", async () => {
  await using server = await TestTmux.start();
  let inside = 0;
  let most = 0;
  let times = 0;
  await Promise.all(
    Array.from(
      { length: 8 },
      () =>
        inQuietMoment(channelsTo(server.socket), async () => {
          most = Math.max(most, ++inside);
          await server.tmux("list-sessions");
          inside--;
          times++;
        }),
    ),
  );
  assert.deepEqual({ most, times }, { most: 1, times: 8 });
  assert.doesNotMatch(await server.tmux("show-options", "-s"), /@orch_turn/);
});

Deno.test("inQuietMoment() gives the turn back when the action fails", async () => {
  await using server = await TestTmux.start();
  await assert.rejects(
    inQuietMoment(
      channelsTo(server.socket),
      () => Promise.reject(new Error("on purpose")),
    ),
    /on purpose/,
  );
  assert.doesNotMatch(await server.tmux("show-options", "-s"), /@orch_turn/);
});

Deno.test("inQuietMoment() takes a turn that nobody gave back, and only that", async () => {
  await using server = await TestTmux.start();
  const start = Date.now();
  const someone = crypto.randomUUID();
  const hostile = "' ; kill-server ; '#{pid}";
  for (const left of [`${start - 5000}:${someone}`, "nonsense", hostile]) {
    await server.tmux("set-option", "-s", "@orch_turn", left);
    await inQuietMoment(channelsTo(server.socket), () => Promise.resolve());
    assert.ok(Date.now() - start < 1500, left);
  }
  const taken = Date.now();
  await server.tmux("set-option", "-s", "@orch_turn", `${taken}:${someone}`);
  await inQuietMoment(channelsTo(server.socket), () => Promise.resolve());
  assert.ok(Date.now() - taken >= 2000);
});

Deno.test("inQuietMoment() acts even where there is no server", async () => {
  await using server = await TestTmux.start();
  await server.halt();
  const done = await inQuietMoment(
    channelsTo(server.socket),
    () => Promise.resolve("done"),
  );
  assert.equal(done, "done");
});
