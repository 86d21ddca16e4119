/** Recipes are copied: they run away from the project, on the package alone. */
import assert from "node:assert/strict";

const root = new URL("../../", import.meta.url).pathname;

async function run(
  argv: readonly [string, ...string[]],
  cwd: string,
  env: Record<string, string> = {},
): Promise<string> {
  const [program, ...args] = argv;
  const { code, stdout, stderr } = await new Deno.Command(program, {
    args,
    cwd,
    env: { NO_COLOR: "1", ...env },
    stdin: "null",
  }).output();
  const text = new TextDecoder().decode(stdout);
  const errors = new TextDecoder().decode(stderr);
  assert.equal(code, 0, `${argv.join(" ")}\n${text}${errors}`);
  return text;
}

Deno.test("a copied recipe runs on the installed package", async () => {
  const folder = await Deno.makeTempDir({ prefix: "orch-copied-" });
  try {
    const deno = Deno.execPath();
    const tarball = `${folder}/orch.tgz`;
    await run([deno, "pack", "--allow-dirty", "-o", tarball], root);
    await Deno.writeTextFile(`${folder}/package.json`, '{"type":"module"}');
    await run(
      ["npm", "install", "--no-audit", "--no-fund", tarball],
      folder,
    );
    const recipe = "demo-learning.ts";
    await Deno.copyFile(`${root}recipes/${recipe}`, `${folder}/${recipe}`);
    const text = await run(
      [
        deno,
        "run",
        "--no-prompt",
        "--allow-run=tmux,git",
        "--allow-read",
        `--allow-write=${folder}`,
        "--allow-env=HOME,NO_COLOR,TMPDIR",
        recipe,
      ],
      folder,
      { TMPDIR: folder },
    );
    assert.match(text, /web-shop has learned/);
    assert.match(text, / 0 were answered by orch/);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});
