import assert from "node:assert/strict";
import { claude } from "../agents/mod.ts";
import { startScript } from "./start_script.ts";

Deno.test("startScript() passes hostile folders and prompts on as they are", async () => {
  const folder = await Deno.makeTempDir({ prefix: "orch-start-" });
  try {
    const project = `${folder}/it's $(touch pwned) "here"`;
    await Deno.mkdir(project);
    await Deno.mkdir(`${folder}/bin`);
    // A stand-in that reports where it was started, and with what.
    await Deno.writeTextFile(
      `${folder}/bin/claude`,
      '#!/bin/sh\npwd\nprintf "%s\\n" "${CLAUDECODE-unset}" "$@"\n',
      { mode: 0o755 },
    );
    const text = startScript({ name: "web", agent: claude, project });
    const script = `${folder}/start.sh`;
    await Deno.writeTextFile(script, text);
    const { code, stdout, stderr } = await new Deno.Command("/bin/sh", {
      args: [script, "do it; touch pwned\n'now'"],
      clearEnv: true,
      env: { PATH: `${folder}/bin:/usr/bin:/bin`, CLAUDECODE: "1" },
    }).output();
    assert.equal(code, 0);
    assert.match(new TextDecoder().decode(stderr), /not in tmux/);
    const [where, nested, ...argv] = new TextDecoder().decode(stdout)
      .trimEnd().split("\n");
    assert.equal(where, await Deno.realPath(project));
    assert.equal(nested, "unset");
    const session = argv[argv.indexOf("--session-id") + 1] ?? "";
    assert.match(session, /^[0-9a-f]{8}-[0-9a-f]{4}-4/);
    assert.notEqual(session, "00000000-0000-4000-8000-000000000000");
    assert.deepEqual(argv.slice(-2), ["do it; touch pwned", "'now'"]);
    assert.ok(!argv.includes("11111111-1111-4111-8111-111111111111"));
    for await (const { name } of Deno.readDir(project)) {
      assert.fail(`the prompt made ${name}`);
    }
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});
