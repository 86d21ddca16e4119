/**
 * The real Claude Code, with the rules that orch writes for it.
 */
import assert from "node:assert/strict";
import { becomeOf, type NativeOffice } from "../lab/native_office.ts";
import { labIsPossible } from "../lab/network_namespace.ts";
import { claudeClient } from "./client.ts";

const possible = await labIsPossible();

const office: NativeOffice = {
  client: claudeClient,
  path: ".claude/settings.local.json",
};

Deno.test({
  name: "Claude runs just what the rules allow that orch writes for it",
  ignore: !possible,
  fn: async () => {
    const expected = {
      "go vet -v": "runs",
      "go test": "runs",
      "cargo build --release && go vet": "runs",
      // What was denied, and what nobody has approved.
      "make slow": "asks",
      "go test && make slow": "asks",
      "go vet -vettool=./x": "asks",
      "go test -exec ./x": "asks",
      "go test; touch other": "asks",
      "go test > ../out.txt": "asks",
      "go vet -v $(touch other)": "asks",
      "GOFLAGS=-toolexec=./x go test": "asks",
      "bash -c 'go test'": "asks",
    };
    const found = await becomeOf(office, Object.keys(expected));
    assert.deepEqual(found, expected);
  },
});

Deno.test({
  name: "Claude asks about the same commands without them",
  ignore: !possible,
  fn: async () => {
    const commands = ["go vet -v", "go test"];
    assert.deepEqual(
      await becomeOf({ ...office, rules: false }, commands),
      { "go vet -v": "asks", "go test": "asks" },
    );
  },
});
