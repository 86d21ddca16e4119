import { goOn } from "../lab/go_on.ts";
import { labIsPossible } from "../lab/network_namespace.ts";
import { opencodeClient } from "./client.ts";

Deno.test({
  name: "OpenCode that was killed goes on with its conversation",
  ignore: !await labIsPossible(),
  fn: () => goOn(opencodeClient, { hooks: true }),
});
