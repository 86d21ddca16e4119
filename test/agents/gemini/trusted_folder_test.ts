import { labIsPossible } from "../lab/network_namespace.ts";
import { trustedFolder } from "../lab/trusted_folder.ts";
import { geminiClient } from "./client.ts";

Deno.test({
  name: "Gemini CLI is told that its own folder is trusted",
  ignore: !await labIsPossible(),
  fn: () => trustedFolder(geminiClient),
});
