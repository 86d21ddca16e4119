import { labIsPossible } from "../lab/network_namespace.ts";
import { trustedFolder } from "../lab/trusted_folder.ts";
import { qwenClient } from "./client.ts";

Deno.test({
  name: "Qwen Code is told that its own folder is trusted",
  ignore: !await labIsPossible(),
  fn: () => trustedFolder(qwenClient),
});
