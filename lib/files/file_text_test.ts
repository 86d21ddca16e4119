import assert from "node:assert/strict";
import { fileText } from "./file_text.ts";

Deno.test("fileText() reads plain files of a sensible size only", () => {
  const folder = Deno.makeTempDirSync();
  try {
    Deno.writeTextFileSync(`${folder}/package.json`, '{"scripts":{}}');
    Deno.writeTextFileSync(`${folder}/large`, "a".repeat(1024 * 1024 + 1));
    assert.equal(fileText(`${folder}/package.json`), '{"scripts":{}}');
    assert.equal(fileText(`${folder}/large`), undefined);
    assert.equal(fileText(`${folder}/none`), undefined);
    assert.equal(fileText(folder), undefined);
  } finally {
    Deno.removeSync(folder, { recursive: true });
  }
});
