import { goOn } from "../lab/go_on.ts";
import { labIsPossible } from "../lab/network_namespace.ts";
import { geminiClient } from "./client.ts";

Deno.test({
  name: "Gemini CLI that was killed goes on with its conversation",
  ignore: !await labIsPossible(),
  fn: () => goOn(geminiClient, { hooks: false }),
});
