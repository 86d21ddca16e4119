import assert from "node:assert/strict";
import type { HookFile } from "../agents/mod.ts";
import { OrchError } from "../errors/mod.ts";
import { addToFile, removeFromFile } from "./hook_files.ts";

/** Entries in a settings file of one entry a line. */
function entry(path: string, line: string): HookFile {
  return {
    path,
    add: (text = "") => {
      if (text.includes("broken")) throw new OrchError("line 1, column 1");
      return text.includes(line) ? text : text + line;
    },
    remove: (text) => text.replace(line, "") || undefined,
  };
}

async function withFolder(run: (folder: string) => Promise<void>) {
  const folder = await Deno.makeTempDir({ prefix: "orch-hook-files-" });
  try {
    await run(folder);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

async function modeOf(path: string): Promise<number> {
  return (await Deno.lstat(path)).mode! & 0o777;
}

Deno.test("addToFile() makes a private file, removeFromFile() removes it", () =>
  withFolder(async (folder) => {
    const path = `${folder}/a/b/settings`;
    const file = entry(path, "orch\n");
    assert.equal((await addToFile(file, [folder])).change, "made");
    assert.equal(await modeOf(path), 0o600);
    assert.equal((await addToFile(file, [folder])).change, "kept");
    assert.equal((await removeFromFile(file, [folder])).change, "removed");
    assert.equal((await removeFromFile(file, [folder])).change, "kept");
    await assert.rejects(Deno.lstat(path), Deno.errors.NotFound);
  }));

Deno.test("removeFromFile() gives a person's file back byte for byte", () =>
  withFolder(async (folder) => {
    const path = `${folder}/settings`;
    const file = entry(path, "orch\n");
    const mine = "\ufeffmine = 1\r\n  # ä\n\n";
    await Deno.writeTextFile(path, mine);
    await Deno.chmod(path, 0o644);
    assert.equal((await addToFile(file, [folder])).change, "changed");
    assert.equal(await modeOf(path), 0o644);
    const other = entry(path, "another\n");
    await addToFile(other, [folder]);
    await removeFromFile(file, [folder]);
    assert.equal(await Deno.readTextFile(path), `${mine}another\n`);
    assert.equal((await removeFromFile(other, [folder])).change, "changed");
    assert.equal(await Deno.readTextFile(path), mine);
    assert.equal(await modeOf(path), 0o644);
    assert.deepEqual(
      await Array.fromAsync(Deno.readDir(folder), ({ name }) => name),
      ["settings"],
    );
  }));

Deno.test("addToFile() follows links within the folders only", () =>
  withFolder(async (folder) => {
    const home = `${folder}/home`;
    await Deno.mkdir(`${home}/dotfiles`, { recursive: true });
    await Deno.writeTextFile(`${home}/dotfiles/settings`, "mine\n");
    await Deno.symlink("dotfiles/settings", `${home}/settings`);
    await addToFile(entry(`${home}/settings`, "orch\n"), [home]);
    assert.equal((await Deno.lstat(`${home}/settings`)).isSymlink, true);
    assert.equal(
      await Deno.readTextFile(`${home}/dotfiles/settings`),
      "mine\norch\n",
    );
    for (const target of [`${folder}/outside`, "../outside", "dotfiles"]) {
      await Deno.remove(`${home}/settings`);
      await Deno.symlink(target, `${home}/settings`);
      await assert.rejects(
        addToFile(entry(`${home}/settings`, "orch\n"), [home]),
        /elsewhere|not a plain file/,
        target,
      );
    }
    await assert.rejects(Deno.lstat(`${folder}/outside`), Deno.errors.NotFound);
  }));

Deno.test("addToFile() leaves a broken file as it is", () =>
  withFolder(async (folder) => {
    const path = `${folder}/settings`;
    await Deno.writeTextFile(path, "broken");
    await assert.rejects(
      addToFile(entry(path, "orch\n"), [folder]),
      /line 1, column 1/,
    );
    assert.equal(await Deno.readTextFile(path), "broken");
  }));

Deno.test("addToFile() loses nothing that is written at the same moment", () =>
  withFolder(async (folder) => {
    const path = `${folder}/settings`;
    await Deno.writeTextFile(path, "mine\n");
    let meanwhile = true;
    const file = {
      ...entry(path, "orch\n"),
      add: (text = "") => {
        if (meanwhile) Deno.writeTextFileSync(path, "newer\n");
        meanwhile = false;
        return `${text}orch\n`;
      },
    };
    await addToFile(file, [folder]);
    assert.equal(await Deno.readTextFile(path), "newer\norch\n");
  }));
