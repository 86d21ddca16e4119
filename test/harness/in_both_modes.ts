import type { Tmux } from "../../lib/tmux/mod.ts";
import { TestTmux } from "./test_tmux.ts";
import { WatchLog } from "./watch_log.ts";

/**
 * Registers a test twice: commands that start a client each, and commands that
 * go through the lasting connection of a watch.
 *
 * @param name What holds.
 * @param run The test, given a server of its own and a connection to it.
 */
export function inBothModes(
  name: string,
  run: (server: TestTmux, tmux: Tmux) => Promise<void>,
): void {
  Deno.test(`${name} (one shot)`, async () => {
    await using server = await TestTmux.start();
    await run(server, await server.connect());
  });
  Deno.test(`${name} (watching)`, async () => {
    await using server = await TestTmux.start();
    const tmux = await server.connect();
    await using log = new WatchLog(tmux, { include: () => false });
    await log.until("it watches", ({ type }) => type === "connected");
    await run(server, tmux);
  });
}
