import { goOn } from "../lab/go_on.ts";
import { labIsPossible } from "../lab/network_namespace.ts";
import { codexClient } from "./client.ts";

Deno.test({
  name: "Codex that was killed goes on with its conversation",
  ignore: !await labIsPossible(),
  fn: () => goOn(codexClient, { hooks: false }),
});
