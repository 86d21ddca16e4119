import { hiddenCommands } from "../lab/hidden_commands.ts";
import { labIsPossible } from "../lab/network_namespace.ts";
import { qwenClient } from "./client.ts";

for (const hooks of [false, true]) {
  Deno.test({
    name: `Qwen Code asks for what it does not draw, by ${
      hooks ? "hook" : "screen"
    }`,
    ignore: !await labIsPossible(),
    fn: () => hiddenCommands(qwenClient, { hooks }),
  });
}
