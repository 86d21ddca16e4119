import { askedFiles } from "../lab/asked_files.ts";
import { labIsPossible } from "../lab/network_namespace.ts";
import { qwenClient } from "./client.ts";

Deno.test({
  name: "Qwen Code writes the files that it may, and no other",
  ignore: !await labIsPossible(),
  fn: () =>
    askedFiles(qwenClient, (path, content) => ({
      tool: "write_file",
      input: { file_path: path, content },
    })),
});
