import { labIsPossible } from "../lab/network_namespace.ts";
import { twentyCommands } from "../lab/twenty_commands.ts";
import { opencodeClient } from "./client.ts";

Deno.test({
  // Its screen alone does not tell enough.
  name: "OpenCode asks for twenty commands, by hook",
  ignore: !await labIsPossible(),
  // By itself, it asks first for any folder outside of the project.
  fn: () =>
    twentyCommands(opencodeClient, {
      hooks: true,
      settings: { permission: { external_directory: "allow" } },
    }),
});
