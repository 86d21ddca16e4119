import { labIsPossible } from "../lab/network_namespace.ts";
import { twentyCommands } from "../lab/twenty_commands.ts";
import { geminiClient } from "./client.ts";

Deno.test({
  // Its hooks only tell, keys answer; its screen alone does not tell enough.
  name: "Gemini CLI asks for twenty commands, by key and hook",
  ignore: !await labIsPossible(),
  fn: () => twentyCommands(geminiClient, { hooks: true }),
});
