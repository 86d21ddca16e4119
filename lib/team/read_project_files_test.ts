import assert from "node:assert/strict";
import { readProjectFiles } from "./read_project_files.ts";

Deno.test("readProjectFiles() reads plain files only", async () => {
  const project = await Deno.makeTempDir();
  try {
    await Deno.writeTextFile(`${project}/package.json`, "{}");
    await Deno.mkdir(`${project}/Makefile`);
    await Deno.symlink("/dev/zero", `${project}/go.mod`);
    await Deno.writeTextFile(`${project}/tox.ini`, "x".repeat(2 ** 20 + 1));
    const pipe = `${project}/setup.py`;
    await new Deno.Command("mkfifo", { args: [pipe] }).output();
    const texts = await readProjectFiles(project);
    assert.equal(texts["package.json"], "{}");
    for (const name of ["Makefile", "go.mod", "tox.ini", "setup.py"]) {
      assert.equal(texts[name], undefined, name);
    }
  } finally {
    await Deno.remove(project, { recursive: true });
  }
});
