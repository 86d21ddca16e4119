/** Every real client runs in the lab, and asks before it acts. */
import assert from "node:assert/strict";
import { folderNames } from "../../harness/mod.ts";
import { AgentLab } from "./agent_lab.ts";
import { clients } from "./clients.ts";
import { labIsPossible } from "./network_namespace.ts";

const possible = await labIsPossible();

for (const client of clients) {
  Deno.test({
    name: `${client.kind} ${client.version} asks for a command in the lab`,
    ignore: !possible,
    fn: async () => {
      await using lab = await AgentLab.start(client, {
        columns: 100,
        rows: 40,
      });
      await lab.started();
      for (const [key, files] of [["Escape", []], ["Enter", ["asked-for"]]]) {
        await lab.ask("touch asked-for");
        const dialog = await lab.settled(
          (plain, escaped) => client.mayAsk(plain, escaped),
          "the dialog",
        );
        assert.match(dialog, /touch/);
        assert.deepEqual(await folderNames(lab.project), []);
        await lab.keys(String(key));
        await lab.settled(
          (plain, escaped) =>
            client.isIdle(plain, escaped) && !client.mayAsk(plain, escaped),
          "the end of the turn",
        );
        assert.deepEqual(await folderNames(lab.project), files);
      }
      const { call, text } = lab.model.results.at(-1)!;
      assert.deepEqual(call, client.command("touch asked-for"), text);
      assert.ok(lab.model.prompts.includes("Go on, please."));
    },
  });
}
