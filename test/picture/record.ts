/**
 * Draws the README's picture from a real run: `deno task picture`.
 *
 * The demo runs in a terminal of its own, in a tmux server of its own; what its
 * screen shows at the end is drawn as it is.
 */
import { moduleCache, TestTmux } from "../harness/mod.ts";
import { screenSvg } from "./screen_svg.ts";

const columns = 132;
const root = new URL("../../", import.meta.url).pathname;

await using server = await TestTmux.start({ columns, rows: 46 });
const cache = `DENO_DIR=${await moduleCache()}`;
const demo =
  `${cache} ${Deno.execPath()} run -q -P=demo recipes/demo-learning.ts`;
await server.tmux(
  "send-keys",
  "-t",
  server.pane,
  "-l",
  `cd ${root}; clear; ${demo}`,
);
await server.tmux("send-keys", "-t", server.pane, "Enter");
await server.until(server.pane, /Day 3\n[^]*you: (yes|no)/, 60_000);
const working = await server.tmux("capture-pane", "-pe", "-t", server.pane);
await server.until(server.pane, /dangerous commands/, 60_000);
const history = await server.tmux(
  "capture-pane",
  "-pe",
  "-S",
  "-",
  "-t",
  server.pane,
);
const rows = history.split("\n");
const table = rows.findIndex((row) => row.includes("Day  asked"));
const learned = rows.findIndex((row, at) =>
  at > table && row.includes("has learned")
);
const picture = [
  ...working.trimEnd().split("\n").slice(-16),
  "",
  ...rows.slice(table, learned),
];
await Deno.writeTextFile(
  new URL("demo.svg", import.meta.url),
  screenSvg(picture.join("\n").trimEnd(), columns),
);
