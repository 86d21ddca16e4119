import { goOn } from "../lab/go_on.ts";
import { labIsPossible } from "../lab/network_namespace.ts";
import { claudeClient } from "./client.ts";

for (const hooks of [false, true]) {
  Deno.test({
    name: `Claude Code that was killed goes on with its conversation, ${
      hooks ? "with" : "without"
    } hooks`,
    ignore: !await labIsPossible(),
    fn: () => goOn(claudeClient, { hooks }),
  });
}
