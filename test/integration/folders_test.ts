import assert from "node:assert/strict";
import { dirname, relative, resolve } from "node:path";
import { walkFiles } from "../harness/walk_files.ts";

const root = new URL("../..", import.meta.url).pathname.replace(/\/$/, "");

/** Folders whose parts must depend one way. */
const layered = ["lib", "lib/agents", "lib/learner"];

/** A file of `lib/`, and the files of `lib/` that it imports. */
interface Source {
  readonly path: string;
  readonly imports: readonly string[];
}

/** All that is shipped of `lib/`; paths are relative to the project. */
async function sources(): Promise<Source[]> {
  const found: Source[] = [];
  for await (const file of walkFiles(`${root}/lib`)) {
    if (!/\.ts$/.test(file) || /(_test|\/testing(_\w+)?)\.ts$/.test(file)) {
      continue;
    }
    const text = (await Deno.readTextFile(file)).replace(/\/\*[^]*?\*\//g, "");
    const named = text.matchAll(/(?:\bfrom\s+|\bimport\()"(\.[^"]+)"/g);
    const imports = [...named]
      .map((match) => relative(root, resolve(dirname(file), match[1]!)))
      .filter((path) => path.startsWith("lib/"));
    found.push({ path: relative(root, file), imports });
  }
  return found;
}

Deno.test("folders of lib are entered by their doors only", async () => {
  const all = await sources();
  const doors = new Set(
    all.map(({ path }) => path).filter((path) => path.endsWith("/mod.ts")),
  );
  assert.ok(doors.size > 20);
  const past = all.flatMap(({ path, imports }) =>
    imports.filter((imported) => {
      for (let at = dirname(imported); at !== "lib"; at = dirname(at)) {
        const door = `${at}/mod.ts`;
        // A command's own door says what its flags are, and loads nothing.
        if (at.startsWith("lib/commands/")) continue;
        if (path.startsWith(`${at}/`)) return false;
        if (doors.has(door) && imported !== door) return true;
      }
      return false;
    }).map((imported) => `${path} imports ${imported}`)
  );
  assert.deepEqual(past, []);
});

Deno.test("parts of lib depend one way", async () => {
  const all = await sources();
  for (const folder of layered) {
    const partOf = (path: string) =>
      path.startsWith(`${folder}/`) && path !== `${folder}/mod.ts`
        ? path.slice(folder.length + 1).split("/")[0]
        : undefined;
    const uses = new Map<string, Set<string>>();
    for (const { path, imports } of all) {
      const part = partOf(path);
      if (part === undefined) continue;
      const used = uses.get(part) ?? new Set();
      for (const imported of imports.map(partOf)) {
        if (imported !== undefined && imported !== part) used.add(imported);
      }
      uses.set(part, used);
    }
    // Whatever uses nothing that is left can go; a circle never can.
    let gone: string[];
    do {
      gone = [...uses.keys()].filter((part) =>
        [...uses.get(part)!].every((used) => !uses.has(used))
      );
      for (const part of gone) uses.delete(part);
    } while (gone.length > 0);
    const circle = [...uses].map(([part, used]) =>
      `${part} uses ${[...used].filter((one) => uses.has(one)).join(", ")}`
    );
    assert.deepEqual(circle, [], `in ${folder}`);
  }
});
