import { labIsPossible } from "../lab/network_namespace.ts";
import { trustedFolder } from "../lab/trusted_folder.ts";
import { codexClient } from "./client.ts";

Deno.test({
  name: "Codex begins in a folder that it has not seen without asking",
  ignore: !await labIsPossible(),
  fn: () => trustedFolder(codexClient, { asks: false }),
});
