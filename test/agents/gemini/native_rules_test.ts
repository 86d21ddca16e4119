import assert from "node:assert/strict";
import { dirname } from "node:path";
import { geminiNativeRules } from "../../../lib/agents/mod.ts";
import { becomeOf } from "../lab/native_office.ts";
import { installClient } from "../lab/install_client.ts";
import { labIsPossible, namespaceFlags } from "../lab/network_namespace.ts";
import { run } from "../lab/run.ts";
import { geminiClient } from "./client.ts";

/** Finds the part of the program that decides by policies. */
async function policyModule(): Promise<string> {
  const link = await installClient(geminiClient);
  const bundle = dirname(await Deno.realPath(link));
  for await (const { name } of Deno.readDir(bundle)) {
    if (!/^chunk-.*\.js$/.test(name)) continue;
    const text = await Deno.readTextFile(`${bundle}/${name}`);
    const exported = text.slice(text.lastIndexOf("export {"));
    if (/\bPolicyEngine,[^]*\bloadPoliciesFromToml\b/.test(exported)) {
      return `${bundle}/${name}`;
    }
  }
  throw new Error(`${bundle} decides by no policies`);
}

const program = (module: string) => `
  import { loadPoliciesFromToml, PolicyEngine } from ${JSON.stringify(module)};
  const [folder, ...commands] = process.argv.slice(2);
  const { rules, errors } = await loadPoliciesFromToml([folder], () => 2);
  const engine = new PolicyEngine({ rules, defaultDecision: "ask_user" });
  const decisions = [];
  for (const command of commands) {
    const call = { name: "run_shell_command", args: { command } };
    decisions.push((await engine.check(call, undefined)).decision);
  }
  console.log("\\n" + JSON.stringify({ errors, decisions }));
`;

Deno.test({
  name: "Gemini CLI takes the policy that is written for it, and no more",
  ignore: !await labIsPossible(),
  fn: async () => {
    const { text } = geminiNativeRules({
      allowed: [
        { title: "npm run build", commands: [["npm", "run", "build"]] },
        {
          title: "go vet *",
          commands: [["go", "vet", "./..."]],
          family: { start: ["go", "vet"], words: ["-json", "-v"] },
        },
      ],
      asked: [["go", "vet", "-json"]],
    });
    const expected = {
      "npm run build": "allow",
      "go vet": "allow",
      "go vet -v -v": "allow",
      "go vet ./...": "allow",
      "go vet -json": "ask_user",
      "go vet -vettool=./x": "ask_user",
      "go vet ./.x.": "ask_user",
      "npm run build --script-shell=./x": "ask_user",
      "npm run build; npm publish": "ask_user",
      "npm publish && npm run build": "ask_user",
      "LD_PRELOAD=./x npm run build": "ask_user",
      "npm run build > /etc/passwd": "ask_user",
      "bash -c 'npm run build; id'": "ask_user",
    };
    const folder = await Deno.makeTempDir({ prefix: "orch-policies-" });
    try {
      await Deno.mkdir(`${folder}/policies`);
      await Deno.writeTextFile(`${folder}/policies/orch.toml`, text);
      const script = `${folder}/decide.mjs`;
      await Deno.writeTextFile(script, program(await policyModule()));
      const said = await run([
        ...["unshare", ...await namespaceFlags() ?? [], "env"] as const,
        ...[`HOME=${folder}`, "node", script, `${folder}/policies`],
        ...Object.keys(expected),
      ]);
      const { errors, decisions } = JSON.parse(
        said.trimEnd().split("\n").at(-1)!,
      );
      assert.deepEqual(errors, []);
      assert.deepEqual(
        Object.fromEntries(
          Object.keys(expected).map((command, at) => [command, decisions[at]]),
        ),
        expected,
      );
    } finally {
      await Deno.remove(folder, { recursive: true });
    }
  },
});

Deno.test({
  name: "Gemini CLI runs just what the policy allows that orch writes for it",
  ignore: !await labIsPossible(),
  fn: async () => {
    const expected = {
      "go vet -v": "runs",
      "go vet -v -v": "runs",
      "make slow": "asks",
      // A line of several commands must be allowed as a whole, too.
      "go test && go vet": "asks",
      "go test && make slow": "asks",
      "go vet -vettool=./x": "asks",
      "GOFLAGS=-toolexec=./x go test": "asks",
    };
    const found = await becomeOf({
      client: geminiClient,
      path: "orch.toml",
      options: { arguments: ["--policy", "orch.toml"] },
    }, Object.keys(expected));
    assert.deepEqual(found, expected);
  },
});
