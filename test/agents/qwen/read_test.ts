import assert from "node:assert/strict";
import { labIsPossible } from "../lab/network_namespace.ts";
import { readCommands } from "../lab/read_commands.ts";
import { qwenClient } from "./client.ts";

for (const columns of [60]) {
  Deno.test({
    name: `Qwen Code's commands are read exactly at ${columns} columns`,
    ignore: !await labIsPossible(),
    fn: async () => {
      assert.ok(await readCommands(qwenClient, columns) >= 3);
    },
  });
}
