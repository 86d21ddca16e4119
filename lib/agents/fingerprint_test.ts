import assert from "node:assert/strict";
import { fingerprint } from "./fingerprint.ts";

Deno.test("fingerprint differs for texts that differ a little", () => {
  const seen = new Map<string, string>();
  for (let i = 0; i < 20_000; i++) {
    const rows = ["Bash command", `echo ${i}`, "1. Yes"];
    const name = fingerprint(rows);
    assert.match(name, /^[0-9a-f]{16}$/);
    assert.equal(seen.get(name), undefined, `${rows} and ${seen.get(name)}`);
    seen.set(name, String(rows));
  }
});

Deno.test("fingerprint stays the same from one release of orch to the next", () => {
  assert.equal(fingerprint(["command", "npm test"]), "95e457676a7e706f");
});
