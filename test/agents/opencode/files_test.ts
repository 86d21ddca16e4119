import { askedFiles } from "../lab/asked_files.ts";
import { labIsPossible } from "../lab/network_namespace.ts";
import { opencodeClient } from "./client.ts";

Deno.test({
  name: "OpenCode writes the files that it may, and no other",
  ignore: !await labIsPossible(),
  fn: () =>
    askedFiles(opencodeClient, (filePath, content) => ({
      tool: "write",
      input: { filePath, content },
    })),
});
