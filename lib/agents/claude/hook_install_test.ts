import assert from "node:assert/strict";
import type { HookInstallation, HookOptions } from "../agent.ts";
import { install } from "./hook_install.ts";

const options: HookOptions = {
  name: "dev",
  home: "/home/ann",
  project: "/src/shop",
  folder: "/state/dev",
  version: "2.1.330",
  address: { url: "http://127.0.0.1:4711/dev", secret: "b3f1" },
};

interface Hook {
  type: string;
  url?: string;
  command?: string;
  headers?: Record<string, string>;
  timeout: number;
}

function hooksOf(
  installation: HookInstallation | undefined,
): Record<string, Hook> {
  const file = installation?.files.find(({ path }) =>
    path.endsWith("/hooks.json")
  );
  const { hooks } = JSON.parse(file?.add(undefined) ?? "{}");
  return Object.fromEntries(
    Object.entries<{ hooks: Hook[] }[]>(hooks).map((
      [event, entries],
    ) => [event, entries[0]!.hooks[0]!]),
  );
}

Deno.test("install lets releases that can post their reports themselves", () => {
  const hooks = hooksOf(install(options));
  assert.deepEqual(Object.keys(hooks), [
    "PermissionRequest",
    "PostToolUse",
    "PostToolUseFailure",
    "SessionStart",
    "Stop",
    "UserPromptSubmit",
    "StopFailure",
  ]);
  assert.deepEqual(hooks.PermissionRequest, {
    type: "http",
    url: "http://127.0.0.1:4711/dev",
    headers: { Authorization: "Bearer b3f1" },
    timeout: 5,
  });
  assert.equal(hooks.SessionStart?.type, "command");
});

Deno.test("install lets older releases run a program, and never names the secret in it", () => {
  for (
    const other of [{ version: "2.0.76" }, { proxied: true as const }]
  ) {
    const hooks = hooksOf(install({ ...options, ...other }));
    for (const [event, hook] of Object.entries(hooks)) {
      assert.equal(hook.type, "command", event);
      assert.ok(!hook.command?.includes("b3f1"), hook.command);
      assert.match(hook.command!, /--noproxy '\*' .* \|\| true$/);
      // Only an answer may be written out; the rest would go to the model.
      assert.equal(
        hook.command!.includes("--output /dev/null"),
        event !== "PermissionRequest",
      );
    }
  }
});

Deno.test("install makes a program of any folder's name", async () => {
  const folder = await Deno.makeTempDir({ prefix: "orch $(date) 'a' " });
  try {
    const installation = install({ ...options, folder, version: "2.0.76" });
    const { command } = hooksOf(installation).Stop!;
    // Nothing listens there: it must end well, and without a word.
    const { code, stdout, stderr } = await new Deno.Command("sh", {
      args: ["-c", command!.replace("4711", "1")],
      stdin: "null",
    }).output();
    assert.deepEqual([code, stdout.length, stderr.length], [0, 0, 0]);
    const headers = `'@${folder.replaceAll("'", `'\\''`)}/headers'`;
    assert.ok(command!.includes(headers), command);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test("install offers nothing where hooks are not known", () => {
  assert.equal(install({ ...options, version: "1.0.128" }), undefined);
  assert.equal(install({ ...options, version: "2.0.75" }), undefined);
  const { version: _, ...unknown } = options;
  assert.equal(install(unknown), undefined);
});

Deno.test("install does not name an event that a release does not know", () => {
  const hooks = hooksOf(install({ ...options, version: "2.0.76" }));
  assert.ok(!("StopFailure" in hooks));
});

Deno.test("install leaves nothing of its own files behind", () => {
  for (const file of install(options)!.files) {
    assert.ok(file.path.startsWith("/state/dev/"), file.path);
    assert.equal(file.remove(file.add(undefined)), undefined);
  }
});
