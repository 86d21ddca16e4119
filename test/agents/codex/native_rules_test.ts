import assert from "node:assert/strict";
import { codexNativeRules } from "../../../lib/agents/mod.ts";
import { becomeOf, type NativeOffice } from "../lab/native_office.ts";
import { installClient } from "../lab/install_client.ts";
import { labIsPossible, namespaceFlags } from "../lab/network_namespace.ts";
import { run } from "../lab/run.ts";
import { codexClient } from "./client.ts";

Deno.test({
  name: "Codex reads the rules that are written for it, and asks by them",
  ignore: !await labIsPossible(),
  fn: async () => {
    const rules = {
      allowed: [{ title: "go vet *", commands: [["go", "vet", "-v"]] }],
      asked: [["go", "vet", "./slow"], ["make", "deploy"]],
    };
    const codex = await installClient(codexClient);
    const folder = await Deno.makeTempDir({ prefix: "orch-rules-" });
    try {
      const path = `${folder}/orch.rules`;
      await Deno.writeTextFile(path, codexNativeRules(rules).text);
      const wide = `${folder}/wide.rules`;
      const prefixes = codexNativeRules(rules, { prefixes: true });
      await Deno.writeTextFile(wide, prefixes.text);
      const decision = async (command: string, file = path) => {
        const said = await run([
          ...["unshare", ...await namespaceFlags() ?? [], "env"] as const,
          ...[`HOME=${folder}`, codex, "execpolicy", "check"],
          ...["--rules", file, "--", ...command.split(" ")],
        ]);
        return JSON.parse(said).decision as string | undefined;
      };
      assert.equal(await decision("make deploy"), "prompt");
      assert.equal(await decision("make deploy --now"), "prompt");
      assert.equal(await decision("go vet ./slow"), "prompt");
      // Whatever no rule speaks of is left to Codex.
      assert.equal(await decision("go vet -v"), undefined);
      assert.equal(await decision("make check"), undefined);
      assert.equal(await decision("go vet -v", wide), "allow");
      assert.equal(await decision("go vet -v ./a", wide), "allow");
      assert.equal(await decision("go vet ./slow", wide), "prompt");
    } finally {
      await Deno.remove(folder, { recursive: true });
    }
  },
});

const office: NativeOffice = {
  client: codexClient,
  path: ".codex/rules/orch.rules",
};

Deno.test({
  name: "Codex asks about what the rules name that orch writes for it",
  ignore: !await labIsPossible(),
  fn: async () => {
    // Within its sandbox, it asks about nothing by itself.
    const call = (cmd: string) => ({ tool: "exec_command", input: { cmd } });
    const commands = ["make slow", "go test && make slow", "make other"];
    assert.deepEqual(await becomeOf({ ...office, call }, commands), {
      "make slow": "asks",
      "go test && make slow": "asks",
      "make other": "runs",
    });
  },
});

Deno.test({
  name: "Codex lets pass what begins as the rules say that orch writes for it",
  ignore: !await labIsPossible(),
  fn: async () => {
    const expected = {
      "go vet -v": "runs",
      "go vet -v ./a": "runs",
      "cargo build --release && go test": "runs",
      "make slow": "asks",
      "go test && make slow": "asks",
      "go build": "asks",
      "go test; touch other": "asks",
    };
    const wide = { ...office, flags: ["--prefixes"] };
    const found = await becomeOf(wide, Object.keys(expected));
    assert.deepEqual(found, expected);
  },
});
