import assert from "node:assert/strict";
import { gemini } from "../../../lib/agents/mod.ts";
import { labIsPossible } from "../lab/network_namespace.ts";
import { geminiClient } from "./client.ts";
import { Reporting } from "../lab/reporting.ts";

Deno.test({
  name: "Gemini CLI tells exactly what it asks, and takes no answer to it",
  ignore: !await labIsPossible(),
  fn: async () => {
    await using reporting = await Reporting.start(geminiClient);
    const { lab } = reporting;
    await lab.started();
    const { session, record } = await reporting.told("session");
    assert.equal(session, lab.session);
    assert.ok(record?.startsWith(`${lab.home}/.gemini/`));
    // What a terminal would obey is not drawn, but told.
    const command = "touch 'a\x1b[8mb\x1b[0m'";
    await lab.ask(command);
    const asked = await reporting.told("permission");
    assert.equal(asked.request.command, command);
    assert.equal(asked.unanswerable, true);
    const text = await lab.settled(geminiClient.mayAsk, "the dialog");
    const state = gemini.read({ text, columns: 100 });
    assert.ok(state.state === "asking");
    assert.notEqual(state.request.command, command);
    await lab.keys(gemini.keyFor(state.request, "once")!.key);
    const { call } = await reporting.told(
      "call",
      ({ call }) => call.outcome !== undefined,
    );
    assert.deepEqual([call.command, call.outcome], [command, "approved"]);
    await reporting.told("turn-ended");
    const calls = gemini.records!.calls(await Deno.readTextFile(record!));
    assert.equal(calls.at(-1)?.outcome, "approved");
  },
});

Deno.test({
  name: "Gemini CLI tells where a command would run before it asks for it",
  ignore: !await labIsPossible(),
  fn: async () => {
    await using reporting = await Reporting.start(geminiClient);
    const { lab } = reporting;
    await lab.started();
    await Deno.mkdir(`${lab.project}/web`);
    const input = { command: "touch a", dir_path: "web", description: "Do it" };
    await lab.model.queue({ calls: [{ tool: "run_shell_command", input }] });
    await lab.say("Go on, please.");
    const asked = await reporting.told("permission");
    assert.equal(asked.directory, "");
    const begun = await reporting.told("call");
    assert.equal(begun.call.directory, `${lab.project}/web`);
    assert.ok(
      reporting.events.findIndex(({ event }) => event === "call") <
        reporting.events.findIndex(({ event }) => event === "permission"),
    );
    const text = await lab.settled(geminiClient.mayAsk, "the dialog");
    // It is not drawn.
    const state = gemini.read({ text, columns: 100 });
    assert.ok(state.state === "asking");
    assert.ok(!state.request.evidence.join("\n").includes("web"));
    await lab.keys(gemini.keyFor(state.request, "once")!.key);
    await reporting.told("turn-ended");
    await Deno.stat(`${lab.project}/web/a`);
  },
});
