import assert from "node:assert/strict";
import { ManualClock } from "../clock/mod.ts";
import { Bell, type BellWait } from "./bell.ts";

/** Begins a wait; tells whether it is over after the clock moved on. */
function waiting(bell: Bell, clock: ManualClock, wait: Partial<BellWait> = {}) {
  let rang: boolean | undefined;
  bell.wait({
    since: clock.now(),
    atLeast: 10,
    atMost: 100,
    now: () => false,
    ...wait,
  }).then((result) => rang = result);
  return async (milliseconds: number) => {
    clock.advance(milliseconds);
    // Whatever is resolved by now has run when a later task begins.
    await new Promise((resolve) => setTimeout(resolve));
    return rang;
  };
}

Deno.test("Bell.wait() ends after its time when nothing rings", async () => {
  const clock = new ManualClock();
  const after = waiting(new Bell(clock), clock);
  assert.equal(await after(99), undefined);
  assert.equal(await after(1), false);
});

Deno.test("Bell.wait() ends at a ring, but not too early", async () => {
  const clock = new ManualClock();
  const bell = new Bell(clock);
  const after = waiting(bell, clock);
  bell.ring();
  assert.equal(await after(9), undefined);
  assert.equal(await after(1), true);
});

Deno.test("Bell.wait() ends at once for a ring that came before", async () => {
  const clock = new ManualClock();
  const bell = new Bell(clock);
  bell.ring();
  const after = waiting(bell, clock, { since: -10 });
  assert.equal(await after(0), true);
  const again = waiting(bell, clock);
  assert.equal(await again(50), undefined);
  assert.equal(await again(50), false);
});

Deno.test("Bell.wait() does not hold up an end", async () => {
  const clock = new ManualClock();
  const bell = new Bell(clock);
  let over = false;
  const after = waiting(bell, clock, { now: () => over });
  over = true;
  bell.ring();
  assert.equal(await after(0), true);
});
