import { hiddenCommands, untoldCommands } from "../lab/hidden_commands.ts";
import { labIsPossible } from "../lab/network_namespace.ts";
import { geminiClient } from "./client.ts";

for (const hooks of [true]) {
  Deno.test({
    name: `Gemini CLI asks for what it does not draw, by ${
      hooks ? "hook" : "screen"
    }`,
    ignore: !await labIsPossible(),
    fn: () => hiddenCommands(geminiClient, { hooks }),
  });
}

Deno.test({
  name: "Gemini CLI leaves to a person what only its screen tells",
  ignore: !await labIsPossible(),
  fn: () => untoldCommands(geminiClient),
});
