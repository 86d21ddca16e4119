import assert from "node:assert/strict";
import { hookHashes, hookSource } from "./hook_hashes.ts";
import { codexHooks, install } from "./hook_install.ts";

const options = {
  name: "dev",
  home: "/home/ann",
  project: "/src/shop",
  folder: "/state/dev",
  version: "0.169.0",
  address: { url: "http://127.0.0.1:4711/dev", secret: "b3f1c0" },
};

Deno.test("install trusts exactly the hooks that it gives, by their hashes", async () => {
  const { arguments: [flag, setting = ""] } = install(options)!;
  assert.equal(flag, "--config");
  for (const [event, hook] of Object.entries(codexHooks)) {
    const identity = JSON.stringify({
      event_name: hook.name,
      hooks: [{
        async: false,
        command: hook.command,
        timeout: hook.timeout,
        type: "command",
      }],
    });
    const bytes = new TextEncoder().encode(identity);
    const digest = await crypto.subtle.digest("SHA-256", bytes);
    const hash = `sha256:${new Uint8Array(digest).toHex()}`;
    assert.equal(hookHashes[hook.name], hash, event);
    const key = `"${hookSource}:${hook.name}:0:0"`;
    assert.ok(setting.includes(`${key}={trusted_hash="${hash}"}`), event);
    assert.ok(setting.includes(JSON.stringify(hook.command)), event);
  }
  assert.deepEqual(
    Object.keys(hookHashes).sort(),
    Object.values(codexHooks).map(({ name }) => name).sort(),
  );
});

Deno.test("install keeps the secret in its own file", () => {
  const installation = install(options)!;
  const { environment, files } = installation;
  const visible = JSON.stringify([installation.arguments, environment]);
  assert.ok(!visible.includes(options.address.secret));
  const [file] = files;
  assert.equal(files.length, 1);
  assert.equal(file!.path, environment["ORCH_HOOK_HEADERS"]);
  assert.match(file!.add(undefined), /^Authorization: Bearer b3f1c0\n/);
  assert.equal(file!.remove(file!.add(undefined)), undefined);
});

Deno.test("install lets no hook's exit status or output say anything", () => {
  for (const [event, { command }] of Object.entries(codexHooks)) {
    // Curl's own 2 would deny, and what other events say becomes a prompt.
    assert.match(command, / 2>\/dev\/null \|\| true$/, event);
    const silent = command.includes("-o /dev/null");
    assert.equal(silent, event !== "PermissionRequest", event);
  }
});

Deno.test("install leaves releases alone whose hooks it does not know", () => {
  const { version: _, ...unknown } = options;
  assert.equal(install(unknown), undefined);
  assert.equal(install({ ...options, version: "0.98.0" }), undefined);
  assert.ok(install({ ...options, version: "0.170.1" }));
  assert.ok(install({ ...options, version: "1.0.0" }));
});
