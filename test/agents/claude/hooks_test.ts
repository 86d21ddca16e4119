import assert from "node:assert/strict";
import { answersByHook } from "../lab/answers_by_hook.ts";
import { labIsPossible } from "../lab/network_namespace.ts";
import { Reporting } from "../lab/reporting.ts";
import { claudeClient } from "./client.ts";

const ignore = !await labIsPossible();

/** What the person begins anew is told as well. */
async function beginsAnew(reporting: Reporting): Promise<void> {
  const { lab } = reporting;
  assert.equal((await reporting.told("session")).session, lab.session);
  await lab.say("/clear");
  const { session, record } = await reporting.told(
    "session",
    ({ session }) => session !== lab.session,
  );
  assert.ok(record?.endsWith(`/${session}.jsonl`), record);
  await lab.started();
}

for (const version of ["2.1.330", "2.0.76"]) {
  Deno.test({
    name: `Claude Code ${version} takes answers to its hooks, and none for one`,
    ignore,
    fn: () => answersByHook(claudeClient, { version, more: beginsAnew }),
  });
}

Deno.test({
  name: "Claude Code keeps the person's own settings besides orch's hooks",
  ignore,
  fn: async () => {
    const settings = JSON.stringify({
      permissions: { allow: ["Bash(touch mine)"] },
    });
    await using reporting = await Reporting.start(claudeClient, {
      arguments: ["--settings", settings, "--", "The first prompt"],
    });
    assert.equal((await reporting.told("prompt")).text, "The first prompt");
    await reporting.lab.started();
    await reporting.ask("touch mine");
    await reporting.told("call", ({ call }) => call.command === "touch mine");
    assert.ok(await reporting.exists("mine"));
    assert.ok(reporting.events.every(({ event }) => event !== "permission"));
  },
});

Deno.test({
  name: "Claude Code sends no report through a proxy",
  ignore,
  fn: async () => {
    await using reporting = await Reporting.start(claudeClient, {
      proxied: true,
      // Nothing listens there, so that not even the model is reached.
      environment: { HTTP_PROXY: "http://127.0.0.1:9" },
    });
    const { lab } = reporting;
    assert.equal((await reporting.told("session")).session, lab.session);
    await lab.started();
    await lab.say("Is anybody there?");
    assert.equal((await reporting.told("prompt")).text, "Is anybody there?");
  },
});
