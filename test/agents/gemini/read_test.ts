import assert from "node:assert/strict";
import { labIsPossible } from "../lab/network_namespace.ts";
import { readCommands } from "../lab/read_commands.ts";
import { geminiClient } from "./client.ts";

for (const columns of [60]) {
  Deno.test({
    name: `Gemini CLI's commands are read exactly at ${columns} columns`,
    ignore: !await labIsPossible(),
    fn: async () => {
      assert.ok(await readCommands(geminiClient, columns) >= 17);
    },
  });
}
