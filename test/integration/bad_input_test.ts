import assert from "node:assert/strict";
import {
  assertFails,
  type CommandResult,
  folderNames,
  orch,
  spawnOrch,
  TestTmux,
} from "../harness/mod.ts";

async function withHome(
  run: (home: string, project: string) => Promise<void>,
): Promise<void> {
  const home = await Deno.realPath(
    await Deno.makeTempDir({ prefix: "orch-home-" }),
  );
  try {
    const project = `${home}/shop`;
    await Deno.mkdir(project);
    await run(home, project);
  } finally {
    await Deno.remove(home, { recursive: true });
  }
}

function assertRefuses(
  result: CommandResult,
  code: number,
  message: RegExp,
): void {
  assertFails(result, code, message);
  assert.equal(result.stdout, "", "nothing is printed as if it had worked");
}

Deno.test("setup refuses a folder that is not there, or is not one", () =>
  withHome(async (home) => {
    const none = await orch(["setup", "none"], { home });
    assertRefuses(
      none,
      3,
      /Cannot set up an agent for .*none: there is no such/,
    );
    await Deno.writeTextFile(`${home}/file`, "");
    const file = await orch(["setup", "file"], { home });
    assertRefuses(file, 2, /it is not a folder/);
    assert.deepEqual(
      await folderNames(home),
      [".local", "file", "shop"],
      "no agent file, no start script",
    );
  }));

Deno.test("setup says what to type when there is no terminal to ask", () =>
  withHome(async (home) => {
    const result = await orch(["setup"], { home });
    assertRefuses(result, 2, /no terminal to ask[^]*orch setup <path> <name>/);
  }));

Deno.test("setup refuses names and kinds it cannot use", () =>
  withHome(async (home) => {
    const name = await orch(["setup", "shop", "a:b"], { home });
    assertRefuses(name, 2, /'a:b' cannot be an agent's name/);
    const kind = await orch(["setup", "shop", "--agent", "cluade"], { home });
    assertRefuses(kind, 2, /cluade[^]*claude/);
    const script = await orch(["setup", "shop", "--agent", "rehearsal"], {
      home,
    });
    assertRefuses(script, 2, /needs a script/);
  }));

Deno.test("setup keeps a start script that somebody else wrote", () =>
  withHome(async (home, project) => {
    const path = `${home}/.claude-env-shop.sh`;
    await Deno.writeTextFile(path, "my own\n");
    const result = await orch(["setup", project], { home });
    assertRefuses(result, 1, /was not made by orch/);
    assert.equal(await Deno.readTextFile(path), "my own\n");
  }));

Deno.test("setup writes through no link, and into no folder", () =>
  withHome(async (home, project) => {
    const path = `${home}/.claude-env-shop.sh`;
    const precious = `${home}/precious.sh`;
    const made = await orch(["setup", project], { home });
    assert.equal(made.code, 0, made.stderr);
    await Deno.rename(path, precious);
    const text = `${await Deno.readTextFile(precious)}echo mine\n`;
    await Deno.writeTextFile(precious, text);
    for (const target of [precious, `${home}/nowhere`]) {
      await Deno.symlink(target, path);
      const result = await orch(["setup", project], { home });
      assertRefuses(result, 1, /was not made by orch/);
      await Deno.remove(path);
    }
    assert.equal(await Deno.readTextFile(precious), text);
    await assert.rejects(Deno.lstat(`${home}/nowhere`));
    await Deno.mkdir(path);
    assertRefuses(await orch(["setup", project], { home }), 1, /not made by/);
    await Deno.remove(path);
    // What only quotes orch's mark is somebody's own.
    await Deno.writeTextFile(path, `# see ${text}`);
    assertRefuses(await orch(["setup", project], { home }), 1, /not made by/);
  }));

Deno.test("setup and learned show where an agent file is broken, and keep it", () =>
  withHome(async (home, project) => {
    const made = await orch(["setup", project], { home });
    assert.equal(made.code, 0, made.stderr);
    const path = `${home}/.claude-agent-shop.json`;
    const broken = '{"name": "shop",\n "rules": [}';
    await Deno.writeTextFile(path, broken, { mode: 0o600 });
    for (const args of [["setup", project], ["learned", "shop"]]) {
      const result = await orch(args, { home });
      assertRefuses(result, 2, /line 2, column 12/);
      assert.equal(await Deno.readTextFile(path), broken);
    }
  }));

Deno.test("every command leaves a broken journal as it is", () =>
  withHome(async (home, project) => {
    const path = `${home}/.local/state/orch/journal.db`;
    await Deno.mkdir(`${home}/.local/state/orch`, { recursive: true });
    await Deno.writeTextFile(path, "not a database ".repeat(100));
    const commands = [
      ["setup", project],
      ["status"],
      ["approvals"],
      ["approve", "1"],
      ["learned", "shop"],
      ["monitor"],
    ];
    for (const args of commands) {
      const result = await orch(args, { home });
      assertRefuses(result, 1, /journal .* is broken[^]*mv /);
    }
    assert.match(await Deno.readTextFile(path), /^(not a database )+$/);
    assert.deepEqual(
      await folderNames(home),
      [".local", "shop"],
    );
  }));

Deno.test("commands name what they do not find", () =>
  withHome(async (home, project) => {
    assertRefuses(await orch(["monitor"], { home }), 3, /No agent is set up/);
    await orch(["setup", project], { home });
    const learned = await orch(["learned", "shpo"], { home });
    assertRefuses(learned, 3, /No agent is called 'shpo'[^]*shop/);
    const approve = await orch(["approve", "99"], { home });
    assertRefuses(approve, 3, /no request 99/);
    const screen = ["screen", "--agent", "claude", "none.txt"];
    assertRefuses(await orch(screen, { home }), 3, /none\.txt/);
  }));

Deno.test("commands refuse wrong usage with exit code 2", () =>
  withHome(async (home) => {
    const wrong: [string[], RegExp][] = [
      [["stauts"], /status/],
      [["status", "--jsno"], /json/],
      [["approve"], /id/],
      [["approve", "seven"], /'seven' is not a request's number/],
      [["monitor", "--interval", "soon"], /'soon' is not a number of seconds/],
      [["setup", "shop", "--autonomy", "full"], /supervised/],
      [["explain"], /no command to explain/],
      [["screen", "--agent", "claude"], /file/],
      [["screen", "--agent", "clippy", "x"], /clippy/],
    ];
    for (const [args, message] of wrong) {
      assertRefuses(await orch(args, { home }), 2, message);
    }
  }));

Deno.test("explain --stdin names the line that is not as it should be", () =>
  withHome(async (home) => {
    const args = ["explain", "--json", "--stdin"];
    const input = '{"cmd":"ls"}\n{"cmd":\n';
    const broken = await orch(args, { home, input });
    assert.equal(broken.code, 2);
    assert.match(broken.stderr, /Line 2 of standard input is not JSON/);
    const none = await orch(args, { home, input: '{"command":"ls"}\n' });
    assert.match(none.stderr, /Line 1 of standard input has no "cmd"/);
  }));

Deno.test("every command has help", () =>
  withHome(async (home) => {
    const { stdout } = await orch(["--help"], { home });
    const commands = [...stdout.matchAll(/^ {2}(\w+) {2,}/gm)].map((m) =>
      m[1]!
    );
    assert.ok(commands.length >= 11, stdout);
    for (const command of commands) {
      const help = await orch([command, "--help"], { home });
      assert.equal(help.code, 0, command);
      assert.match(help.stdout, new RegExp(`orch ${command}`));
    }
  }));

for (
  const [what, tmux, message] of [
    ["absent", undefined, /tmux is not installed[^]*apt install tmux/],
    ["too old", "tmux 2.9a", /tmux 2\.9a is too old: orch needs 3\.2/],
  ] as const
) {
  Deno.test(`setup --start says what to do when tmux is ${what}`, () =>
    withHome(async (home, project) => {
      const bin = `${home}/bin`;
      await Deno.mkdir(bin);
      if (tmux) {
        // As an old one does: it tells its version, and not much else works.
        const program = `#!/bin/sh\n[ "$1" = -V ] && echo '${tmux}' && exit\n` +
          "echo 'tmux: unknown option' >&2\nexit 1\n";
        await Deno.writeTextFile(`${bin}/tmux`, program, { mode: 0o755 });
      }
      const place = {
        home,
        directory: project,
        socket: `${home}/s`,
        path: bin,
      };
      const process = spawnOrch(["setup", project, "web", "--start"], place);
      const { code, stderr } = await process.output();
      const text = new TextDecoder().decode(stderr);
      assert.equal(code, 1, text);
      assert.match(text, message);
    }));
}

Deno.test("setup --start tells when the agent cannot be started", async () => {
  await using server = await TestTmux.start();
  const place = { home: server.home, socket: server.socket };
  const bin = `${server.home}/bin`;
  await Deno.mkdir(bin);
  for (const program of ["cat", "tmux", "sh"]) {
    await Deno.symlink((await which(program))!, `${bin}/${program}`);
  }
  await server.tmux("set-environment", "-g", "PATH", bin);
  await Deno.mkdir(`${server.home}/shop`);
  const result = await orch(["setup", "shop", "--start"], place);
  assertRefuses(result, 1, /shop ended as soon as it was started[^]*claude/);
  const sessions = await server.tmux("list-sessions", "-F", "#{session_name}");
  assert.equal(sessions, "main", "nothing half-started is left");
});

async function which(program: string): Promise<string | undefined> {
  for (const folder of Deno.env.get("PATH")!.split(":")) {
    const path = `${folder}/${program}`;
    if (await Deno.stat(path).then((s) => s.isFile, () => false)) return path;
  }
}
