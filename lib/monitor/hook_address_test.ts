import assert from "node:assert/strict";
import { pathsOf } from "../paths/mod.ts";
import { hookAddress, hookPort, hookSecret } from "./hook_address.ts";

Deno.test("hookAddress() is one and stays, whoever makes it first", async () => {
  const home = await Deno.makeTempDir({ prefix: "orch-hooks-" });
  try {
    const paths = pathsOf({ HOME: home });
    assert.equal(await hookPort(paths), undefined);
    assert.equal(await hookSecret(paths, "web"), undefined);
    const addresses = await Promise.all(
      Array.from({ length: 8 }, () => hookAddress(paths, "web")),
    );
    assert.equal(new Set(addresses.map(({ url }) => url)).size, 1);
    assert.equal(new Set(addresses.map(({ secret }) => secret)).size, 1);
    const { url, secret } = await hookAddress(paths, "web");
    assert.equal(url, `http://127.0.0.1:${await hookPort(paths)}/agents/web`);
    assert.match(secret, /^[0-9a-f]{64}$/);
    assert.equal(await hookSecret(paths, "web"), secret);
    const other = await hookAddress(paths, "api");
    assert.notEqual(other.secret, secret);
    const folder = paths.agentFolder("web");
    assert.deepEqual(
      await Array.fromAsync(Deno.readDir(folder), ({ name }) => name),
      ["secret"],
    );
    assert.equal((await Deno.stat(folder)).mode! & 0o777, 0o700);
    for (const path of [`${folder}/secret`, paths.hookPort]) {
      assert.equal((await Deno.stat(path)).mode! & 0o777, 0o600, path);
    }
  } finally {
    await Deno.remove(home, { recursive: true });
  }
});

Deno.test("hookPort() takes no other text for a port", async () => {
  const home = await Deno.makeTempDir({ prefix: "orch-hooks-" });
  try {
    const paths = pathsOf({ HOME: home });
    await Deno.mkdir(paths.state, { recursive: true });
    for (const text of ["", "80", "x", "70000", "25000.5", "-1"]) {
      await Deno.writeTextFile(paths.hookPort, text);
      await assert.rejects(hookPort(paths), /does not hold a port/, text);
    }
    await Deno.mkdir(paths.agentFolder("web"), { recursive: true });
    const file = `${paths.agentFolder("web")}/secret`;
    for (const text of ["", "short", "G".repeat(64)]) {
      await Deno.writeTextFile(file, text);
      assert.equal(await hookSecret(paths, "web"), undefined, text);
    }
  } finally {
    await Deno.remove(home, { recursive: true });
  }
});
