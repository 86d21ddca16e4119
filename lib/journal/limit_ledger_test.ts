import assert from "node:assert/strict";
import { ManualClock } from "../clock/mod.ts";
import { Journal } from "./journal.ts";

const limit = {
  agent: "web",
  pane: "%1",
  server: "/s 1 1",
  wording: "3pm",
  resets: 5000,
};

async function withJournal(
  run: (open: () => Journal, clock: ManualClock) => void,
): Promise<void> {
  const folder = await Deno.makeTempDir({ prefix: "orch-limits-" });
  const clock = new ManualClock(1000);
  try {
    run(() => Journal.open(`${folder}/journal.db`, { clock }), clock);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

Deno.test("LimitLedger gives an agent's waking to one claimant, for good", () =>
  withJournal((open, clock) => {
    using one = open();
    using other = open();
    const { id, since, status } = one.limits.reached(limit);
    assert.deepEqual([since, status], [1000, "waiting"]);
    assert.deepEqual(
      [one.limits.claim(id), other.limits.claim(id)],
      [true, false],
    );
    assert.equal(other.limits.latest("web")?.status, "waking");
    clock.advance(50);
    assert.equal(other.limits.woken(id), true);
    assert.equal(one.limits.woken(id), false);
    assert.equal(one.limits.claim(id), false);
    assert.deepEqual(one.limits.open(), []);
    assert.equal(one.limits.latest("web")?.woken, 1050);
    const types = one.events().map((event) => event.type);
    assert.deepEqual(types, ["limit-reached", "limit-claimed", "limit-woken"]);
  }));

Deno.test("LimitLedger never takes back what was left to a person", () =>
  withJournal((open) => {
    using journal = open();
    const { id } = journal.limits.reached(limit);
    assert.equal(journal.limits.handOver(id, "a dialog is open"), true);
    assert.equal(journal.limits.claim(id), false);
    assert.equal(journal.limits.handOver(id, "again"), false);
    assert.equal(journal.limits.open()[0]?.note, "a dialog is open");
    assert.equal(journal.limits.lifted(id), true);
    assert.equal(journal.limits.lifted(id), false);
  }));

Deno.test("LimitLedger keeps one open limit for an agent", () =>
  withJournal((open) => {
    using journal = open();
    const first = journal.limits.reached(limit);
    const second = journal.limits.reached({ ...limit, wording: undefined });
    assert.deepEqual(journal.limits.open().map(({ id }) => id), [second.id]);
    assert.equal(journal.limits.claim(first.id), false);
    journal.limits.reword(second.id, { wording: "4pm", resets: 7000 });
    const { wording, resets } = journal.limits.latest("web")!;
    assert.deepEqual([wording, resets], ["4pm", 7000]);
    journal.limits.reached({ ...limit, agent: "api", resets: undefined });
    const all = journal.limits.open();
    assert.deepEqual(all.map(({ agent }) => agent), ["api", "web"]);
    assert.equal(all[0]?.resets, undefined);
  }));
