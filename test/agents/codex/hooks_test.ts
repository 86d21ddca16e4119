import assert from "node:assert/strict";
import { folderNames } from "../../harness/mod.ts";
import { answersByHook } from "../lab/answers_by_hook.ts";
import { labIsPossible } from "../lab/network_namespace.ts";
import { Reporting } from "../lab/reporting.ts";
import { codexClient } from "./client.ts";

const ignore = !await labIsPossible();

/** A hook of the person's own, and where it leaves a trace. */
const ownHook = (home: string) =>
  JSON.stringify({
    hooks: {
      Stop: [{
        hooks: [{ type: "command", command: `touch ${home}/own-hook-ran` }],
      }],
    },
  });

Deno.test({
  name: "Codex takes answers to its hooks, and none for one",
  ignore,
  fn: () =>
    answersByHook(codexClient, {
      more: async (reporting) => {
        const { session, record } = await reporting.told("session");
        assert.ok(record?.endsWith(`-${session}.jsonl`), record);
      },
    }),
});

Deno.test({
  name: "Codex asks about a hook of the person's own, and trusts orch's alone",
  ignore,
  fn: async () => {
    await using reporting = await Reporting.start(codexClient, {
      files: ({ home }) => ({ ".codex/hooks.json": ownHook(home) }),
    });
    const { lab } = reporting;
    const screen = await lab.settled(
      (plain) => plain.includes("Hooks need review"),
      "the review",
    );
    assert.match(screen, /1 hook is new or changed/);
    await lab.keys("Down", "Down");
    await lab.settled((plain) => plain.includes("› 3. "), "the third row", 200);
    await lab.keys("Enter");
    await lab.started();
    await lab.say("Hello.");
    await reporting.told("turn-ended");
    assert.ok(!(await folderNames(lab.home)).includes("own-hook-ran"));
    const settings = `${lab.home}/.codex/config.toml`;
    assert.doesNotMatch(await Deno.readTextFile(settings), /trusted_hash/);
  },
});
