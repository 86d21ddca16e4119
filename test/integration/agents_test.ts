import assert from "node:assert/strict";
import { Journal } from "../../lib/journal/mod.ts";
import { pathsOf } from "../../lib/paths/mod.ts";
import { spawnOrch, TestTmux } from "../harness/mod.ts";

interface Household {
  readonly server: TestTmux;
  /** Runs `orch` where only these programs are found beside the system's. */
  readonly run: (...args: string[]) => Promise<{
    readonly code: number;
    readonly text: string;
    readonly errors: string;
  }>;
}

/** A machine on which these programs are installed, by what `sh` runs. */
async function withPrograms(
  programs: Readonly<Record<string, string>>,
  follow: (household: Household) => Promise<void>,
): Promise<void> {
  await using server = await TestTmux.start();
  const bin = `${server.home}/bin`;
  const project = `${server.home}/shop`;
  await Deno.mkdir(bin);
  await Deno.mkdir(project);
  for (const [name, text] of Object.entries(programs)) {
    await Deno.writeTextFile(`${bin}/${name}`, `#!/bin/sh\n${text}\n`, {
      mode: 0o755,
    });
  }
  await follow({
    server,
    run: async (...args) => {
      const { code, stdout, stderr } = await spawnOrch(args, {
        home: server.home,
        socket: server.socket,
        directory: project,
        path: `${bin}:/usr/bin:/bin`,
      }).output();
      const decoder = new TextDecoder();
      return {
        code,
        text: decoder.decode(stdout),
        errors: decoder.decode(stderr),
      };
    },
  });
}

interface Found {
  readonly kind: string;
  readonly installed: boolean;
  readonly path: string | null;
  readonly version: string | null;
  readonly newer: boolean;
}

Deno.test("orch agents tells what is installed, and what is newer than known", () =>
  withPrograms({
    claude: 'echo "99.0.0 (Claude Code)"',
    gemini: "echo 0.61.0",
    opencode: "exit 1",
    // Neither a number nor an end of it.
    qwen: "yes no version | head -c 100000",
  }, async ({ server, run }) => {
    const { code, text, errors } = await run("agents", "--json");
    assert.equal(code, 0, errors);
    const agents: Found[] = JSON.parse(text).agents;
    const of = (kind: string) => {
      const found = agents.find((one) => one.kind === kind)!;
      const { installed, path, version, newer } = found;
      return { installed, path, version, newer };
    };
    const bin = `${server.home}/bin`;
    assert.deepEqual(of("claude"), {
      installed: true,
      path: `${bin}/claude`,
      version: "99.0.0",
      newer: true,
    });
    assert.deepEqual(of("gemini"), {
      installed: true,
      path: `${bin}/gemini`,
      version: "0.61.0",
      newer: false,
    });
    for (const kind of ["opencode", "qwen"]) {
      assert.deepEqual(of(kind), {
        installed: true,
        path: `${bin}/${kind}`,
        version: null,
        newer: false,
      });
    }
    assert.equal(of("rehearsal").installed, true);
    const people = await run("agents");
    assert.match(people.text, /^claude +Claude Code +99\.0\.0 .* yes /m);
    assert.match(people.text, /^opencode .* unknown version /m);
    assert.match(people.text, /Claude Code 99\.0\.0 is newer than/);
  }));

Deno.test("setup warns when the agent's program is not there, and goes on", () =>
  withPrograms({}, async ({ server, run }) => {
    const { code, text, errors } = await run("setup", ".", "shop", "--json");
    assert.equal(code, 0, errors);
    assert.match(errors, /Claude Code is not installed: no program 'claude'/);
    assert.equal(JSON.parse(text).name, "shop");
    const listed = JSON.parse((await run("agents", "--json")).text).agents;
    const claude = listed.find(({ kind }: Found) => kind === "claude");
    assert.deepEqual([claude.installed, claude.path], [false, null]);
    using journal = Journal.open(pathsOf({ HOME: server.home }).journal);
    assert.equal(journal.agents.require("shop").kind, "claude");
  }));

Deno.test("setup --isolate gives an agent a configuration of its own, empty", () =>
  withPrograms({
    claude: 'test "$1" = --version && exec echo "2.1.330 (Claude Code)"\n' +
      'echo "$CLAUDE_CONFIG_DIR"; echo "nested: ${CLAUDECODE-no} ${CODEX_CI-no}"\n' +
      "exec sleep 1000",
  }, async ({ server, run }) => {
    // What another agent has left where this one starts.
    for (const name of ["CLAUDECODE", "CODEX_CI"]) {
      await server.tmux("set-environment", "-g", name, "1");
    }
    await Deno.mkdir(`${server.home}/.claude`);
    await Deno.writeTextFile(`${server.home}/.claude/.credentials.json`, "{}");
    const { code, text, errors } = await run(
      ...["setup", ".", "shop", "--isolate", "--no-hooks", "--start"],
    );
    assert.equal(code, 0, errors);
    assert.match(text, /may ask for a login once/);
    const folder = `${server.home}/.local/share/orch/agents/shop`;
    const screen = await server.until("=shop:", /^nested: no no$/m);
    assert.ok(screen.includes(`${folder}\n`), screen);
    const entries = await Array.fromAsync(Deno.readDir(folder));
    assert.deepEqual(entries, []);
    assert.equal((await Deno.stat(folder)).mode! & 0o777, 0o700);
    using journal = Journal.open(pathsOf({ HOME: server.home }).journal);
    assert.equal(journal.agents.require("shop").isolate, folder);
    // Set up anew without it, the person's own configuration is back.
    assert.equal((await run("setup", ".", "shop")).code, 0);
    assert.equal(journal.agents.require("shop").isolate, undefined);
  }));
