import { hiddenCommands } from "../lab/hidden_commands.ts";
import { labIsPossible } from "../lab/network_namespace.ts";
import { codexClient } from "./client.ts";

for (const hooks of [false, true]) {
  Deno.test({
    name: `Codex asks for what it does not draw, by ${
      hooks ? "hook" : "screen"
    }`,
    ignore: !await labIsPossible(),
    fn: () => hiddenCommands(codexClient, { hooks }),
  });
}
