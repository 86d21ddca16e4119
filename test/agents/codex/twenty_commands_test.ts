import { labIsPossible } from "../lab/network_namespace.ts";
import { twentyCommands } from "../lab/twenty_commands.ts";
import { codexClient } from "./client.ts";

for (const hooks of [false, true]) {
  Deno.test({
    name: `Codex asks for twenty commands, by ${hooks ? "hook" : "screen"}`,
    ignore: !await labIsPossible(),
    fn: () => twentyCommands(codexClient, { hooks }),
  });
}
