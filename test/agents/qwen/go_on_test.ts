import { goOn } from "../lab/go_on.ts";
import { labIsPossible } from "../lab/network_namespace.ts";
import { qwenClient } from "./client.ts";

Deno.test({
  name: "Qwen Code that was killed goes on with its conversation",
  ignore: !await labIsPossible(),
  fn: () => goOn(qwenClient, { hooks: false }),
});
