import assert from "node:assert/strict";
import { realPath } from "./real_path.ts";

Deno.test("realPath() follows links, also before `..` and missing parts", async () => {
  const folder = await Deno.realPath(await Deno.makeTempDir());
  try {
    await Deno.mkdir(`${folder}/project`);
    await Deno.mkdir(`${folder}/outside/deep`, { recursive: true });
    await Deno.symlink(`${folder}/outside/deep`, `${folder}/project/link`);
    const at = (path: string) => realPath(`${folder}/project/${path}`);

    assert.equal(at("new/file.ts"), `${folder}/project/new/file.ts`);
    assert.equal(at("link/file"), `${folder}/outside/deep/file`);
    assert.equal(at("link/../file"), `${folder}/outside/file`);
    assert.equal(at("../project/./x"), `${folder}/project/x`);

    await Deno.symlink("../outside/new/file", `${folder}/project/dangling`);
    await Deno.symlink("dangling", `${folder}/project/twice`);
    await Deno.symlink("self", `${folder}/project/self`);
    assert.equal(at("dangling"), `${folder}/outside/new/file`);
    assert.equal(at("twice/below"), `${folder}/outside/new/file/below`);
    assert.equal(at("self"), `${folder}/project/self`);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});
