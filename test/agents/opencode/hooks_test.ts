/**
 * The real OpenCode with orch's plugin: what it reports, what becomes of the
 * answers, and what it does when nobody gives one.
 */
import assert from "node:assert/strict";
import { answersByHook } from "../lab/answers_by_hook.ts";
import { labIsPossible } from "../lab/network_namespace.ts";
import type { Reporting } from "../lab/reporting.ts";
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
