import assert from "node:assert/strict";
import type { Request } from "../../../lib/agents/mod.ts";
import { eventually } from "../../harness/mod.ts";
import type { Client } from "./client.ts";
import type { ToolCall } from "./model/turn.ts";
import { Office } from "./office.ts";
import { patience } from "./patience.ts";

/**
 * Lets a real client write two files, with its hooks on: one in the project,
 * which orch answers, and one that would run by itself, which is a person's.
 *
 * @param client The client.
 * @param write The call that writes a file of the project.
 */
export async function askedFiles(
  client: Client,
  write: (path: string, text: string) => ToolCall,
): Promise<void> {
  await using office = await Office.open(client, {
    columns: 100,
    rows: 40,
    hooks: true,
  });
  const { lab, journal } = office;
  await lab.started();
  const plain = `${lab.project}/notes.md`;
  const runs = `${lab.project}/.vscode/tasks.json`;
  await lab.model.queue(
    { calls: [write(plain, "plain\n")] },
    { calls: [write(runs, "{}\n")] },
  );
  await lab.say("Write them, please.");
  await eventually(
    "the second file waits for a person",
    async () =>
      journal.requests.all().some(({ status, request }) =>
        status === "waiting" && (request as Request).path === runs
      ) || await office.sight(),
    patience,
  );
  assert.equal(await Deno.readTextFile(plain), "plain\n");
  const [first, second] = journal.requests.all();
  assert.equal((first?.request as Request).path, plain);
  assert.deepEqual([first?.by, first?.outcome], ["orch", "approved"]);
  const { code, stderr } = await office.run("deny", String(second!.id));
  assert.equal(code, 0, stderr);
  assert.equal((await office.closed(second!.id)).outcome, "denied");
  await assert.rejects(Deno.stat(runs), Deno.errors.NotFound);
}
