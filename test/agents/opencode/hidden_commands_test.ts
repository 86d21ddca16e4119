import { hiddenCommands, untoldCommands } from "../lab/hidden_commands.ts";
import { labIsPossible } from "../lab/network_namespace.ts";
import { opencodeClient } from "./client.ts";

for (const hooks of [true]) {
  Deno.test({
    name: `OpenCode asks for what it does not draw, by ${
      hooks ? "hook" : "screen"
    }`,
    ignore: !await labIsPossible(),
    fn: () => hiddenCommands(opencodeClient, { hooks }),
  });
}

Deno.test({
  name: "OpenCode leaves to a person what only its screen tells",
  ignore: !await labIsPossible(),
  fn: () => untoldCommands(opencodeClient),
});
