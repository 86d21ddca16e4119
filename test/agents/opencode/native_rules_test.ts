/**
 * The real OpenCode, with the rules that orch writes for it.
 */
import assert from "node:assert/strict";
import { becomeOf } from "../lab/native_office.ts";
import { labIsPossible } from "../lab/network_namespace.ts";
import { opencodeClient } from "./client.ts";

Deno.test({
  name: "OpenCode runs just what the rules allow that orch writes for it",
  ignore: !await labIsPossible(),
  fn: async () => {
    const expected = {
      "go vet -v": "runs",
      "cargo build --release && go vet": "runs",
      // What was denied, and what nobody has approved.
      "make slow": "asks",
      "go test && make slow": "asks",
      "go vet -vettool=./x": "asks",
      "go test; touch other": "asks",
      "go test > ../out.txt": "asks",
      "go vet -v $(touch other)": "asks",
      "GOFLAGS=-toolexec=./x go test": "asks",
      "bash -c 'go test'": "asks",
    };
    const found = await becomeOf({
      client: opencodeClient,
      path: "opencode.json",
      // A person who has no rules: by itself, OpenCode asks for nothing.
      options: { settings: { permission: {} } },
    }, Object.keys(expected));
    assert.deepEqual(found, expected);
  },
});
