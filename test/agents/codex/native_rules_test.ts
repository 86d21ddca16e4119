import assert from "node:assert/strict";
import { codexNativeRules } from "../../../lib/agents/mod.ts";
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
