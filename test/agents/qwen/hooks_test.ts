import assert from "node:assert/strict";
import { qwen } from "../../../lib/agents/mod.ts";
import { answersByHook } from "../lab/answers_by_hook.ts";
import { labIsPossible } from "../lab/network_namespace.ts";
import { qwenClient } from "./client.ts";

Deno.test({
  name: "Qwen Code takes answers to its hooks, and none for one",
  ignore: !await labIsPossible(),
  fn: () =>
    answersByHook(qwenClient, {
      unknownIsNo: "Permission denied by hook",
      more: async (reporting) => {
        const { lab } = reporting;
        const { session, record } = await reporting.told("session");
        assert.equal(session, lab.session);
        assert.equal(record, qwen.records!.file!(lab, lab.session));
      },
    }),
});
