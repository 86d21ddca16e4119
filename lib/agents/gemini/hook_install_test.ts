import assert from "node:assert/strict";
import { install } from "./hook_install.ts";

const options = {
  name: "shop",
  home: "/home/ann",
  project: "/src/shop",
  folder: "/state/shop",
  version: "0.61.0",
  address: { url: "http://127.0.0.1:4711/shop", secret: "b3f1" },
};

const textsOf = (installation: ReturnType<typeof install>) =>
  installation!.files.map((file) => file.add(undefined));

Deno.test("install puts an extension of its own beside the person's", () => {
  const installation = install(options);
  assert.deepEqual(installation!.files.map(({ path }) => path), [
    "/home/ann/.gemini/extensions/orch-shop/gemini-extension.json",
    "/home/ann/.gemini/extensions/orch-shop/hooks/hooks.json",
    "/state/shop/headers",
  ]);
  for (const file of installation!.files) {
    assert.equal(file.remove(file.add(undefined)), undefined);
  }
});

Deno.test("install puts it into a configuration of the agent's own", () => {
  const [file] = install({ ...options, isolate: "/state/own" })!.files;
  assert.equal(
    file!.path,
    "/state/own/.gemini/extensions/orch-shop/gemini-extension.json",
  );
});

Deno.test("install keeps the secret out of commands", () => {
  const [extension, hooks, headers] = textsOf(install(options));
  assert.ok(!`${extension}${hooks}`.includes("b3f1"));
  assert.match(headers!, /^Authorization: Bearer b3f1$/m);
});

Deno.test("install has none for releases that are older or not known", () => {
  const { version: _, ...unknown } = options;
  assert.equal(install(unknown), undefined);
  assert.equal(install({ ...options, version: "0.60.9" }), undefined);
  assert.notEqual(install({ ...options, version: "0.61.1" }), undefined);
  assert.notEqual(install({ ...options, version: "1.0.0" }), undefined);
});

Deno.test("install's command posts for its own agent only, and is silent", async () => {
  const folder = await Deno.makeTempDir();
  const headers = `${folder}/headers`;
  const name = "it's me";
  const [, hooks] = textsOf(install({ ...options, folder, name }));
  const { AfterTool } = JSON.parse(hooks!).hooks;
  const command = AfterTool[0].hooks[0].command;
  await Deno.writeTextFile(headers, "");
  for (const agent of [name, "another"]) {
    // Nothing listens there.
    const { code, stdout, stderr } = await new Deno.Command("sh", {
      args: ["-c", command.replace(":4711/", ":9/")],
      clearEnv: true,
      env: { ORCH_REPORTS_AS: agent },
    }).output();
    assert.deepEqual([code, stdout.length, stderr.length], [0, 0, 0]);
  }
  await Deno.remove(folder, { recursive: true });
});
