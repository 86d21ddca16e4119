import assert from "node:assert/strict";
import { asking, idle, withPane } from "./fake_pane_test.ts";

Deno.test("PaneSupervisor misses no dialog when the clock was set back", () =>
  withPane(async ({ show, clock, journal }) => {
    await show(asking("ls"));
    assert.equal(journal.requests.find(1)?.outcome, "approved");
    clock.time -= 60 * 60 * 1000;
    await show(asking("git push"));
    assert.equal(journal.requests.find(2)?.summary, "git push");
    assert.equal(journal.requests.find(2)?.status, "waiting");
  }));

Deno.test("PaneSupervisor takes a dialog up again when the disk was full", () =>
  withPane(async ({ supervisor, show, notices, journal, disk }) => {
    disk.full = true;
    await show(asking("git push"));
    assert.equal(journal.requests.find(1), undefined);
    const trouble = notices.find((notice) => notice.type === "trouble");
    assert.match(trouble!.message, /disk is full/);
    supervisor.reconsider();
    await supervisor.settled();
    assert.equal(journal.requests.find(1), undefined);
    disk.full = false;
    supervisor.reconsider();
    await supervisor.settled();
    assert.equal(journal.requests.find(1)?.status, "waiting");
    await show(idle);
    disk.full = true;
    await show(asking("git push -f"));
    disk.full = false;
    await show(asking("git push --tags"));
    assert.equal(journal.requests.find(2)?.summary, "git push --tags");
  }));
