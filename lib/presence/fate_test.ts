import assert from "node:assert/strict";
import { type Fate, fateOf, type Trace } from "./fate.ts";

const agent = {
  name: "web",
  kind: "claude",
  project: "/srv/web",
  autonomy: "assisted",
  created: 0,
};
const here = "/tmp/a socket 77 1700009999";
const before = "/tmp/a socket 41 1700000000";
const pane = { pane: "%3", session: "web" } as const;
const idle = { ...pane, dead: false, state: "idle" } as const;
const shell = { ...pane, dead: false, state: "exited" } as const;
const dead = { ...pane, dead: true, state: "exited" } as const;

/** What an agent's traces say while no end of it was seen, and after one. */
const cases: readonly [string | undefined, Trace, Fate, Fate][] = [
  [undefined, { server: here }, "new", "ended"],
  [undefined, { server: here, presence: idle }, "running", "running"],
  [here, { server: here, presence: idle }, "running", "running"],
  [before, { server: here, presence: idle }, "running", "running"],
  [here, { server: here, presence: shell }, "ended", "ended"],
  [here, { server: here, presence: dead }, "ended", "ended"],
  [here, { server: here, presence: dead, failed: true }, "lost", "ended"],
  [here, { server: here }, "ended", "ended"],
  [before, { server: here }, "lost", "ended"],
  ["/tmp/other 77 1700009999", { server: here }, "elsewhere", "ended"],
  [here, {}, "elsewhere", "ended"],
];

Deno.test("fateOf() tells what was lost from what has ended", () => {
  for (const [server, trace, unseen, seen] of cases) {
    const record = {
      ...agent,
      ...(server !== undefined && { place: { server, pane: "%3" } }),
    };
    const what = JSON.stringify([server, trace]);
    assert.equal(fateOf(record, trace), unseen, what);
    assert.equal(fateOf({ ...record, ended: 5 }, trace), seen, what);
  }
});
