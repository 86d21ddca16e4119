import assert from "node:assert/strict";
import { install } from "./hook_install.ts";

const options = {
  name: "dev",
  home: "/home/ann",
  project: "/src/shop",
  folder: "/state/agents/dev",
  version: "1.18.33",
  address: { url: "http://127.0.0.1:4711/hooks/dev", secret: "b3f1" },
};

Deno.test("install names the plugin where only this agent reads it", () => {
  const installation = install(options);
  assert.deepEqual(installation?.arguments, []);
  const texts = installation?.files.map((file) =>
    [file.path, file.add(undefined)] as const
  );
  const [[config, text], [plugin]] = texts as [
    readonly [string, string],
    readonly [string, string],
  ];
  assert.deepEqual(installation?.environment, { OPENCODE_TUI_CONFIG: config });
  assert.deepEqual(JSON.parse(text), { plugin: [plugin] });
  for (const file of installation?.files ?? []) {
    assert.ok(file.path.startsWith("/state/agents/dev/"));
    assert.equal(file.remove("x"), undefined);
  }
});

Deno.test("install keeps the secret out of the environment", () => {
  const { arguments: words, environment } = install(options)!;
  assert.ok(!JSON.stringify({ words, environment }).includes("b3f1"));
});

Deno.test("install gives nothing to releases that load no such plugins", () => {
  const { version: _, ...unknown } = options;
  assert.equal(install(unknown), undefined);
  assert.equal(install({ ...options, version: "1.17.99" }), undefined);
  assert.equal(install({ ...options, version: "0.98.0" }), undefined);
  assert.ok(install({ ...options, version: "1.18.34" }));
  assert.ok(install({ ...options, version: "2.0.0" }));
});
