import { askedFiles } from "../lab/asked_files.ts";
import { labIsPossible } from "../lab/network_namespace.ts";
import { claudeClient } from "./client.ts";

Deno.test({
  name: "Claude Code writes the files that it may, and no other",
  ignore: !await labIsPossible(),
  fn: () =>
    askedFiles(claudeClient, (path, content) => ({
      tool: "Write",
      input: { file_path: path, content },
    })),
});
