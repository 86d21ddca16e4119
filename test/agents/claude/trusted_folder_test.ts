import { labIsPossible } from "../lab/network_namespace.ts";
import { trustedFolder } from "../lab/trusted_folder.ts";
import { claudeClient } from "./client.ts";

for (const version of ["2.1.330", "2.1.197"]) {
  Deno.test({
    name: `Claude Code ${version} is told that its own folder is trusted`,
    ignore: !await labIsPossible(),
    fn: () => trustedFolder(claudeClient, { version }),
  });
}
