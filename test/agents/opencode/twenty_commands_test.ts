import { labIsPossible } from "../lab/network_namespace.ts";
import { twentyCommands } from "../lab/twenty_commands.ts";
import { opencodeClient } from "./client.ts";

for (const hooks of [false, true]) {
  Deno.test({
    name: `OpenCode asks for twenty commands, by ${hooks ? "hook" : "screen"}`,
    ignore: !await labIsPossible(),
    // By itself, it asks first for any folder outside of the project.
    fn: () =>
      twentyCommands(opencodeClient, {
        hooks,
        settings: { permission: { external_directory: "allow" } },
      }),
  });
}
