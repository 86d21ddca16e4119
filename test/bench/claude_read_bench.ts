/**
 * How long it takes to read a screen of Claude Code:
 * `deno bench test/bench/claude_read_bench.ts`.
 */
import { claude } from "../../lib/agents/mod.ts";

const folder = new URL("../fixtures/claude/", import.meta.url);

for (
  const file of [
    "2.1.330-80x24-idle-fresh.ansi",
    "2.1.330-80x24-write-bait.ansi",
    "2.1.330-60x40-command-long.ansi",
    "2.1.330-200x50-command-long.ansi",
    "2.1.330-200x50-command-dialog-inside.ansi",
  ]
) {
  const text = await Deno.readTextFile(new URL(file, folder));
  const columns = Number(/-(\d+)x/.exec(file)![1]);
  Deno.bench(file, () => {
    claude.read({ text, columns });
  });
}
