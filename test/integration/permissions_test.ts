import assert from "node:assert/strict";
import { agents } from "../../lib/agents/mod.ts";
import {
  agentPrograms,
  narrowPermissions,
  spawnOrch,
  Stage,
} from "../harness/mod.ts";

const readme = await Deno.readTextFile(
  new URL("../../README.md", import.meta.url),
);

Deno.test("the README lists the permissions that the tests hold orch to", () => {
  const listed = narrowPermissions("HOME", "PROJECT").join("\n");
  assert.ok(readme.includes(`\`\`\`text\n${listed}\n\`\`\``), listed);
});

Deno.test("orch may ask each agent's program for its version", () => {
  for (const { kind, program } of Object.values(agents)) {
    if (kind === "rehearsal") continue;
    assert.ok(agentPrograms.includes(program), program);
  }
});

Deno.test("setup, monitor, status and answers need no other permissions", async () => {
  await using stage = await Stage.start([
    { run: "ls" },
    { run: "git push origin main" },
    { wait: "message" },
  ]);
  const place = { ...stage.place, directory: stage.project };
  const run = async (...args: string[]) => {
    const output = await spawnOrch(args, place).output();
    const text = new TextDecoder().decode(output.stdout);
    const errors = new TextDecoder().decode(output.stderr);
    assert.doesNotMatch(
      errors,
      /NotCapable|Requires .* access/,
      args.join(" "),
    );
    return { code: output.code, text, errors };
  };
  await stage.until(/❯ 1\. Yes/);
  const setup = await run("setup", stage.project, "another", "--json");
  assert.equal(setup.code, 0, setup.errors);
  // It may find the next request already, or leave it to the next look.
  assert.ok([0, 4].includes((await run("monitor", "--once")).code));
  await stage.until(/git push origin main/);
  assert.equal((await run("monitor", "--once")).code, 4);
  assert.match((await run("status")).text, /actor +rehearsal +asking +1/);
  const { requests } = JSON.parse((await run("approvals", "--json")).text);
  const denied = await run(
    "deny",
    String(requests[0].id),
    "--reason",
    "Not yet",
  );
  assert.equal(denied.code, 0, denied.errors);
  await stage.until(/❯ Not yet/);
  assert.equal((await run("learned", "actor")).code, 0);
  assert.equal((await run("explain", "--", "rm", "-rf", "/")).code, 0);
  assert.equal((await run("doctor")).code, 0);
  const script = `${stage.project}/script.json`;
  const reporting = await run(
    ...["setup", stage.project, "reporting", "--agent", "rehearsal"],
    ...["--script", script, "--json"],
  );
  assert.equal(JSON.parse(reporting.text).hooks, true, reporting.errors);
  const torn = await run("teardown", "reporting");
  assert.equal(torn.code, 0, torn.errors);
  assert.match((await run("agents")).text, /^rehearsal +Rehearsal/m);
  assert.equal((await run("resume")).text, "No agent was lost.\n");
});
