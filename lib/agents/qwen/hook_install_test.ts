import assert from "node:assert/strict";
import type { HookOptions } from "../agent.ts";
import { install } from "./hook_install.ts";

const options: HookOptions = {
  name: "shop",
  home: "/home/ann",
  project: "/src/shop",
  folder: "/state/shop",
  version: "0.15.10",
  address: { url: "http://127.0.0.1:4711/shop", secret: "b3f1" },
};

function hooksOf(some: HookOptions) {
  const [file] = install(some)!.files;
  return JSON.parse(file!.add(undefined)).hooks;
}

Deno.test("install writes nothing but files of its own", () => {
  const installation = install(options)!;
  for (const file of installation.files) {
    assert.ok(file.path.startsWith("/state/shop/"));
    assert.equal(file.remove(file.add(undefined)), undefined);
  }
  assert.deepEqual(installation.arguments, []);
});

Deno.test("install lets Qwen Code post its reports itself", () => {
  assert.deepEqual(hooksOf(options).PermissionRequest, [{
    hooks: [{
      type: "http",
      name: "orch",
      url: "http://127.0.0.1:4711/shop",
      headers: { Authorization: "Bearer b3f1" },
      timeout: 5,
    }],
  }]);
});

Deno.test("install runs a program where there is a proxy, and does not name the secret in it", () => {
  const hooks = hooksOf({ ...options, proxied: true });
  for (const [event, [entry]] of Object.entries<never[]>(hooks)) {
    const { hooks: [hook] } = entry as unknown as {
      hooks: { command: string; timeout: number }[];
    };
    assert.ok(!JSON.stringify(hook).includes("b3f1"));
    assert.equal(hook!.timeout, 6000);
    const answers = !hook!.command.includes("--output /dev/null");
    assert.equal(answers, event === "PermissionRequest");
  }
});

Deno.test("install has none for releases that are older or not known", () => {
  const { version: _, ...unknown } = options;
  assert.equal(install(unknown), undefined);
  assert.equal(install({ ...options, version: "0.15.9" }), undefined);
  assert.notEqual(install({ ...options, version: "0.24.4" }), undefined);
});
