import assert from "node:assert/strict";
import { parsePane } from "./pane_info.ts";

Deno.test("parsePane() reads every field", () => {
  const line = "%5\t$1\t@2\t3\t1\t0\t1\t1700000000\t120\t40\t1\tweb\ta:b" +
    "\tbob\tsome title";
  assert.deepEqual(parsePane(line), {
    id: "%5",
    sessionId: "$1",
    windowId: "@2",
    windowIndex: 3,
    paneIndex: 1,
    active: false,
    dead: true,
    activity: 1700000000,
    columns: 120,
    rows: 40,
    inMode: true,
    session: "web",
    window: "a:b",
    agent: "bob",
    title: "some title",
  });
});

Deno.test("parsePane() takes nothing else for a pane", () => {
  for (
    const line of ["", "%5", "HOOKED", "x\t".repeat(15), "%x" + "\t".repeat(14)]
  ) {
    assert.equal(parsePane(line), undefined, line);
  }
});
