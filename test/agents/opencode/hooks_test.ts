/**
 * The real OpenCode with orch's plugin: what it reports, what becomes of the
 * answers, and what it does when nobody gives one.
 */
import assert from "node:assert/strict";
import { opencode } from "../../../lib/agents/mod.ts";
import { answersByHook } from "../lab/answers_by_hook.ts";
import { labIsPossible } from "../lab/network_namespace.ts";
import { Reporting } from "../lab/reporting.ts";
import { opencodeClient } from "./client.ts";

async function reports(reporting: Reporting): Promise<void> {
  assert.match((await reporting.told("session")).session, /^ses_/);
  const { request } = await reporting.told(
    "permission",
    ({ request }) => request.command?.startsWith("printf ") ?? false,
  );
  await reporting.told(
    "call",
    ({ call }) => call.id === request.call && call.outcome === "approved",
  );
  // What a person does at the pane is reported as well.
  for (const command of ["touch undecided-0", "touch denied"]) {
    await reporting.told(
      "call",
      ({ call }) => call.command === command && call.outcome === "denied",
    );
  }
}

Deno.test({
  name: "OpenCode takes answers to its plugin, and none for one",
  ignore: !await labIsPossible(),
  fn: () =>
    answersByHook(opencodeClient, {
      // What goes through a proxy would never arrive.
      environment: {
        HTTP_PROXY: "http://127.0.0.1:9",
        NO_PROXY: "127.0.0.1:8101",
      },
      more: reports,
    }),
});

Deno.test({
  name:
    "OpenCode: while its plugin waits, a person can answer both of two calls",
  ignore: !await labIsPossible(),
  fn: async () => {
    await using reporting = await Reporting.start(opencodeClient);
    const { lab, listener } = reporting;
    await lab.started();
    // Longer than the plugin waits.
    const delay = 7000;
    await listener.answer({ text: '{"answer":"allow"}', delay });
    const commands = ["touch first", "touch second"];
    await lab.model.queue({
      calls: commands.map((command) => opencodeClient.command(command)),
    });
    await lab.say("Do both, please.");
    const panel = (command: string) =>
      lab.until((_, text) => {
        const state = opencode.read({ text });
        return state.state === "asking" && state.request.command === command;
      }, `the panel for ${command}`);
    await panel("touch first");
    for (const command of commands) {
      await reporting.told(
        "permission",
        ({ request }) => request.command === command,
      );
    }
    await lab.keys("Enter");
    await panel("touch second");
    // The late yes comes in and counts for nothing.
    const { at } = listener.reports.findLast(({ body }) =>
      body.includes('"event":"permission"')
    )!;
    await lab.until(() => Date.now() > at + delay + 500, "the late answer");
    await panel("touch second");
    assert.equal(await reporting.exists("second"), false);
    await lab.keys("Escape");
    await reporting.ended();
    assert.equal(await reporting.exists("first"), true);
    assert.equal(await reporting.exists("second"), false);
  },
});
