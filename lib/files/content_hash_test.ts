import assert from "node:assert/strict";
import { contentHash } from "./content_hash.ts";

Deno.test("contentHash() names content, and only that of plain files", async () => {
  const folder = await Deno.makeTempDir({ prefix: "orch-hash-" });
  try {
    await Deno.writeTextFile(`${folder}/abc`, "abc");
    assert.equal(
      contentHash(`${folder}/abc`),
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
    );
    await Deno.writeTextFile(`${folder}/large`, "x".repeat(1024 * 1024 + 1));
    assert.equal(contentHash(`${folder}/large`), undefined);
    assert.equal(contentHash(folder), undefined);
    assert.equal(contentHash(`${folder}/none`), undefined);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});
