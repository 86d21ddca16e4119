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
    const { call } = await reporting.told("call");
    assert.deepEqual([call.command, call.outcome], [command, "approved"]);
    await reporting.told("turn-ended");
    const calls = gemini.records!.calls(await Deno.readTextFile(record!));
    assert.equal(calls.at(-1)?.outcome, "approved");
  },
});
