import { labIsPossible } from "../lab/network_namespace.ts";
import { trustedFolder } from "../lab/trusted_folder.ts";
import { codexClient } from "./client.ts";

Deno.test({
  name: "Codex is told that its own folder is trusted",
  ignore: !await labIsPossible(),
  fn: () => trustedFolder(codexClient),
});
