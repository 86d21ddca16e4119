import { labIsPossible } from "../lab/network_namespace.ts";
import { twentyCommands } from "../lab/twenty_commands.ts";
import { claudeClient } from "./client.ts";

/** Releases, and whether they report by hooks. */
const ways: readonly (readonly [string, boolean])[] = [
  ["2.1.330", false],
  ["2.1.330", true],
  ["2.0.76", true],
  ["1.0.128", false],
];

for (const [version, hooks] of ways) {
  const way = hooks ? "hook" : "screen";
  Deno.test({
    name: `Claude Code ${version} asks for twenty commands, by ${way}`,
    ignore: !await labIsPossible(),
    fn: () => twentyCommands(claudeClient, { hooks, version }),
  });
}
