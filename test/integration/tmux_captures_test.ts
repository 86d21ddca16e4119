import assert from "node:assert/strict";
import type { PaneId } from "../../lib/tmux/mod.ts";
import { Canvas, inBothModes } from "../harness/mod.ts";

inBothModes(
  "captures() reads every pane, whichever others are gone",
  async (server, tmux) => {
    const canvases: PaneId[] = [];
    for (const name of ["first", "second"]) {
      const canvas = await Canvas.open(server, { name });
      // What ends a reply for a client that does not look closely.
      await canvas.draw(`this is the ${name}`, "%end 1 1 1", "%error 1 1 1");
      canvases.push(canvas.pane);
    }
    // More than one pass, and gone panes first, last and in a row.
    const panes: PaneId[] = ["%901", "%902", ...canvases, "%903"];
    for (let gone = 1000; gone < 1060; gone++) panes.push(`%${gone}`);
    panes.push(server.pane, "%904");
    const captures = await tmux.captures(panes);
    assert.deepEqual([...captures.keys()], [...canvases, server.pane]);
    assert.match(captures.get(canvases[0]!)!.text, /^this is the first\n%end/);
    assert.match(captures.get(canvases[1]!)!.text, /^this is the second\n%end/);
    for (const [pane, capture] of captures) {
      assert.deepEqual(capture, await tmux.capture(pane));
    }
    assert.equal((await tmux.captures([])).size, 0);
  },
);

inBothModes(
  "captures() reads more panes than one pass",
  async (server, tmux) => {
    const { pane } = server;
    const panes = Array<PaneId>(120).fill(pane);
    const captures = await tmux.captures(panes);
    assert.deepEqual(captures, new Map([[pane, await tmux.capture(pane)]]));
  },
);
