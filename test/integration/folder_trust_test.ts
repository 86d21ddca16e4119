import assert from "node:assert/strict";
import { Journal } from "../../lib/journal/mod.ts";
import { eventually, Stage } from "../harness/mod.ts";

const script = [{ trust: true }, { run: "touch ran.txt" }] as const;

Deno.test("the monitor trusts the folder that was named in setup", async () => {
  await using stage = await Stage.start(script);
  await stage.until(/❯ No, exit/);
  await using monitor = await stage.monitor();
  const closed = await monitor.until("closed");
  assert.deepEqual([closed.by, closed.outcome], ["orch", "approved"]);
  await eventually(
    "the agent went on",
    async () => await stage.file("ran.txt") === "" || undefined,
  );
  const [trust] = stage.requests();
  assert.equal(
    trust?.request && (trust.request as { kind: string }).kind,
    "trust",
  );
  assert.equal(trust?.answer, "once");
  assert.match(trust?.verdict?.reason ?? "", /this very folder/);
  // It is no lesson.
  assert.equal(trust?.learned, false);
  assert.ok(!monitor.notices.some(({ type }) => type === "learned"));
});

Deno.test("the monitor leaves the trust of any other folder to a person", async () => {
  await using stage = await Stage.start(script);
  await stage.until(/❯ No, exit/);
  {
    // The agent is somebody who was set up for another folder.
    using journal = Journal.open(stage.paths.journal);
    const { created: _, ...record } = journal.agents.require(stage.name);
    journal.agents.setUp({ ...record, project: `${stage.project}/sub` });
  }
  await using monitor = await stage.monitor();
  const { id } = await monitor.until("waiting");
  assert.equal(stage.requests()[0]?.id, id);
  assert.match(await stage.server.screen(stage.pane), /❯ No, exit/);
  assert.equal(await stage.file("ran.txt"), undefined);
});
