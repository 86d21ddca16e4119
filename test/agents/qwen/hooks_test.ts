import assert from "node:assert/strict";
import { qwen } from "../../../lib/agents/mod.ts";
import { eventually, folderNames } from "../../harness/mod.ts";
import { Reporting } from "../gemini/reporting.ts";
import { labIsPossible } from "../lab/network_namespace.ts";
import { qwenClient } from "./client.ts";

const word = (answer: Parameters<NonNullable<typeof qwen.hooks>["reply"]>[0]) =>
  JSON.stringify(qwen.hooks!.reply(answer));

Deno.test({
  name: "Qwen Code takes answers through its hooks, and asks without one",
  ignore: !await labIsPossible(),
  fn: async () => {
    await using reporting = await Reporting.start(qwenClient);
    const { lab, listener } = reporting;
    const { session, record } = await reporting.told("session");
    assert.equal(session, lab.session);
    assert.equal(record, qwen.records!.file!(lab, lab.session));
    const go = async (command: string) => {
      await lab.model.queue({ calls: [qwenClient.command(command)] });
      await lab.say(`Please go on with ${command}`);
      await reporting.told(
        "permission",
        ({ request }) => request.command === command,
      );
    };
    await listener.answer({ text: word({ answer: "allow" }) });
    await go("touch allowed");
    await eventually(
      "it ran",
      async () =>
        (await folderNames(lab.project)).includes("allowed") || "not yet",
    );
    const { call } = await reporting.told("call");
    assert.deepEqual([call.command, call.outcome], [
      "touch allowed",
      "approved",
    ]);
    const reason = "Ask Ann first.";
    await listener.answer({ text: word({ answer: "deny", reason }) });
    await lab.settled(qwenClient.isIdle, "the end of the turn");
    await go("touch denied");
    await eventually("the model hears why", () =>
      Promise.resolve(
        lab.model.results.some(({ text }) => text.includes(reason)) || "no",
      ));
    for (const text of [word({ answer: "none" }), "garbage", ""]) {
      await lab.settled(qwenClient.isIdle, "the end of the turn");
      await listener.answer({ text });
      const command = `touch asked-${text.length}`;
      await go(command);
      const screen = await lab.settled(qwenClient.mayAsk, "the dialog");
      const state = qwen.read({ text: screen, columns: 100 });
      assert.ok(state.state === "asking" && state.request.complete);
      assert.equal(state.request.command, command);
      await lab.keys("Escape");
    }
    assert.deepEqual(await folderNames(lab.project), ["allowed"]);
  },
});
