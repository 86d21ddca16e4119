import assert from "node:assert/strict";
import { type Agent, agents, claude } from "../agents/mod.ts";
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

/** Runs a start script with stand-ins that report what they were started with. */
async function started(
  agent: Agent,
  script: Partial<Parameters<typeof startScript>[0]>,
  environment: Readonly<Record<string, string>>,
  ...prompt: string[]
): Promise<string[]> {
  const folder = await Deno.makeTempDir({ prefix: "orch-start-" });
  try {
    await Deno.mkdir(`${folder}/bin`);
    await Deno.writeTextFile(
      `${folder}/bin/${agent.program}`,
      '#!/bin/sh\nprintf "%s\\n" "${HOOK-unset}" "${ORCH_RESUME-unset}" "$@"\n',
      { mode: 0o755 },
    );
    const text = startScript({
      name: "web",
      agent,
      project: folder,
      ...script,
    });
    await Deno.writeTextFile(`${folder}/start.sh`, text);
    const { code, stdout } = await new Deno.Command("/bin/sh", {
      args: [`${folder}/start.sh`, ...prompt],
      clearEnv: true,
      env: { PATH: `${folder}/bin:/usr/bin:/bin`, ...environment },
      stderr: "null",
    }).output();
    assert.equal(code, 0);
    return new TextDecoder().decode(stdout).trimEnd().split("\n");
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

Deno.test("startScript() goes on with a conversation, with the same flags", async () => {
  const script = {
    hooks: { arguments: ["--hook"], environment: { HOOK: "it's" }, files: [] },
    arguments: ["--own"],
  };
  const mode = ["--permission-mode", "default"];
  const resumed = { ORCH_RESUME: "0f3c-1" };
  assert.deepEqual(await started(claude, script, resumed), [
    ...["it's", "unset", ...mode, "--resume", "0f3c-1", "--hook", "--own"],
  ]);
  const told = await started(claude, script, resumed, "go on");
  assert.deepEqual(told.slice(-3), ["--own", "--", "go on"]);
  const latest = await started(claude, script, { ORCH_RESUME: "latest" });
  assert.deepEqual(latest.slice(2, 5), [...mode, "--continue"]);
  // Neither its name nor a new id gets in where none is asked for.
  const fresh = await started(claude, {}, {});
  assert.deepEqual(fresh.slice(0, 5), [
    "unset",
    "unset",
    ...mode,
    "--session-id",
  ]);
});

Deno.test("startScript() fills an id in wherever a kind's argument has it", async () => {
  for (const agent of Object.values(agents)) {
    // It is started as a program of Deno's.
    if (agent.kind === "rehearsal") continue;
    const fresh = (await started(agent, {}, {})).join(" ");
    assert.doesNotMatch(fresh, /00000000-0000|=(?: |$)/, agent.kind);
    const resumed = await started(agent, {}, { ORCH_RESUME: "0f3c-1" });
    assert.match(resumed.join(" "), /\b0f3c-1\b/, agent.kind);
  }
});
