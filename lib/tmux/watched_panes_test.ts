import assert from "node:assert/strict";
import type { Capture } from "./capture.ts";
import { WatchedPanes } from "./watched_panes.ts";

interface Listed {
  id?: number;
  session?: string;
  dead?: boolean;
  activity?: number;
  title?: string;
}

function line(listed: Listed = {}): string {
  const { id = 1, session = "web", dead, activity = 100, title = "" } = listed;
  return `%${id}\t$0\t@1\t0\t0\t1\t${dead ? 1 : 0}\t${activity}\t80\t24\t0\t` +
    `${session}\tshell\t\t${title}`;
}

function capture(text: string, id = 1): Capture {
  return {
    pane: `%${id}`,
    text,
    columns: 80,
    rows: 24,
    title: "",
    inMode: false,
    program: "sh",
    cursor: { x: 0, y: 0 },
  };
}

Deno.test("a pane is due until its last output lies before its last capture", () => {
  const panes = new WatchedPanes(() => true);
  const due = (listed: Listed) => panes.update([line(listed)]).due.length;
  assert.equal(due({ activity: 100 }), 1);
  panes.captured(capture("a"), 100);
  // More may have come in second 100, after the capture.
  assert.equal(due({ activity: 100 }), 1);
  panes.captured(capture("a"), 101);
  assert.equal(due({ activity: 100 }), 0);
  assert.equal(due({ activity: 101 }), 1);
});

Deno.test("a pane is due when anything else about it changes", () => {
  const panes = new WatchedPanes(() => true);
  panes.update([line()]);
  panes.captured(capture("a"), 200);
  assert.equal(panes.update([line()]).due.length, 0);
  assert.equal(panes.update([line({ title: "new" })]).due.length, 1);
});

Deno.test("a pane whose capture failed stays due", () => {
  const panes = new WatchedPanes(() => true);
  assert.equal(panes.update([line()]).due.length, 1);
  assert.equal(panes.update([line()]).due.length, 1);
});

Deno.test("captured() tells only what differs", () => {
  const panes = new WatchedPanes(() => true);
  panes.update([line()]);
  assert.equal(panes.captured(capture("a"), 100)?.id, "%1");
  assert.equal(panes.captured(capture("a"), 100), undefined);
  assert.equal(panes.captured(capture("b"), 100)?.id, "%1");
  const wider = { ...capture("b"), columns: 81 };
  assert.equal(panes.captured(wider, 100)?.id, "%1");
  assert.equal(panes.captured({ ...wider, inMode: true }, 100)?.id, "%1");
  assert.equal(panes.captured(capture("a", 7), 100), undefined);
});

Deno.test("a pane is gone once, whether it dies or is closed", () => {
  const panes = new WatchedPanes(() => true);
  panes.update([line(), line({ id: 2 })]);
  const died = panes.update([line({ dead: true }), line({ id: 2 })]);
  assert.deepEqual(died.gone.map(({ id }) => id), ["%1"]);
  assert.deepEqual(died.due.map(({ id }) => id), ["%2"]);
  assert.deepEqual(panes.update([line({ dead: true })]).gone.map((p) => p.id), [
    "%2",
  ]);
  assert.deepEqual(panes.update([]).gone, []);
});

Deno.test("a pane that was dead at first has no end to report", () => {
  const panes = new WatchedPanes(() => true);
  assert.deepEqual(panes.update([line({ dead: true })]), { due: [], gone: [] });
  assert.deepEqual(panes.update([]).gone, []);
});

Deno.test("a pane that runs again is watched again", () => {
  const panes = new WatchedPanes(() => true);
  panes.update([line()]);
  panes.captured(capture("a"), 200);
  panes.update([line({ dead: true })]);
  assert.equal(panes.update([line()]).due.length, 0);
  assert.equal(panes.captured(capture("a"), 200)?.id, "%1");
  assert.equal(panes.update([line({ dead: true })]).gone.length, 1);
});

Deno.test("a pane that is no longer included is forgotten without an event", () => {
  let included = true;
  const panes = new WatchedPanes(() => included);
  panes.update([line()]);
  included = false;
  assert.deepEqual(panes.update([line()]), { due: [], gone: [] });
  included = true;
  assert.equal(panes.update([line()]).due.length, 1);
});

Deno.test("orch's own session is not watched, a linked window once", () => {
  const panes = new WatchedPanes(() => true);
  const { due } = panes.update([
    line({ id: 3, session: "_orch" }),
    line(),
    line({ session: "linked" }),
  ]);
  assert.deepEqual(due.map(({ id, session }) => `${id} ${session}`), [
    "%1 web",
  ]);
});

Deno.test("clear() forgets all and tells who is gone", () => {
  const panes = new WatchedPanes(() => true);
  panes.update([line(), line({ id: 2, dead: true })]);
  assert.deepEqual(panes.clear().map(({ id }) => id), ["%1"]);
  assert.deepEqual(panes.clear(), []);
  assert.equal(panes.update([line()]).due.length, 1);
});
