import assert from "node:assert/strict";
import { entries } from "./entries.ts";

Deno.test("entries() gives the names in a folder", async () => {
  const folder = await Deno.makeTempDir();
  try {
    assert.deepEqual(entries(folder), []);
    await Deno.writeTextFile(`${folder}/a.txt`, "");
    await Deno.mkdir(`${folder}/b`);
    assert.deepEqual(entries(folder)?.toSorted(), ["a.txt", "b"]);
    assert.deepEqual(entries(`${folder}/missing`), []);
    assert.deepEqual(entries(`${folder}/a.txt`), []);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});
