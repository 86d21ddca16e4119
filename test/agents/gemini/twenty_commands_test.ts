import { labIsPossible } from "../lab/network_namespace.ts";
import { twentyCommands } from "../lab/twenty_commands.ts";
import { geminiClient } from "./client.ts";

for (const hooks of [false, true]) {
  Deno.test({
    name: `Gemini CLI asks for twenty commands, by ${
      hooks ? "hook" : "screen"
    }`,
    ignore: !await labIsPossible(),
    fn: () => twentyCommands(geminiClient, { hooks }),
  });
}
