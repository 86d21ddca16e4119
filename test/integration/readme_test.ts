import assert from "node:assert/strict";
import { Journal } from "../../lib/journal/mod.ts";
import { eventually, moduleCache, TestTmux } from "../harness/mod.ts";

const root = new URL("../../", import.meta.url).pathname;
const readme = await Deno.readTextFile(`${root}README.md`);

/** The commands of the README's blocks of this kind, in order. */
function blocks(kind: string): string[] {
  const fence = new RegExp(`^ *\`\`\`${kind}\\n([^]*?)^ *\`\`\``, "gm");
  return [...readme.matchAll(fence)].map((match) => match[1]!);
}

/**
 * Claude Code as far as its screens and its record go: two recorded dialogs,
 * then its composer, which takes 24 characters and an Enter.
 */
const claude = (fixtures: string) =>
  `#!/bin/bash
[ "$1" = --version ] && exec echo "2.1.330 (Claude Code)"
# Under the name that tmux shows for the real one.
[ "$STAND_IN" ] || STAND_IN=1 exec -a claude bash "$0" "$@"
stty raw -echo
while [ "$1" != --session-id ]; do shift; done
session=$2
records="$HOME/.claude/projects/$(pwd -P | sed 's/[^a-zA-Z0-9]/-/g')"
mkdir -p "$records"
record() {
  printf '{"type":"%s","message":{"content":[%s]}}\\n' "$1" "$2" \\
    >> "$records/$session.jsonl"
}
ask() {
  record assistant "$(printf '{"type":"tool_use","id":"%s","name":"Bash",%s}' \\
    "$1" "$(printf '"input":{"command":"%s"}' "$2")")"
}
end() {
  record user "$(printf '{"type":"tool_result","tool_use_id":"%s"}' "$1")"
}
show() {
  printf '\\033[H\\033[2J'
  printf %s "$(sed -e "$2" -e 's/$/\\r/' "${fixtures}/$1")"
}
wait_for_key() { dd bs=1 count=1 2>/dev/null | od -An -tx1; }
ask 1 "git push origin main"
show first.ansi; wait_for_key >> keys.txt
end 1
ask 2 "./migrate.sh production"
show second.ansi; wait_for_key >> keys.txt
show idle.ansi
typed=$(dd bs=1 count=24 2>/dev/null)
show idle.ansi "/7m/s/❯.*/❯ $typed/"
wait_for_key >> keys.txt
echo "$typed" > typed.txt
show idle.ansi; cat > /dev/null
`;

interface Household {
  readonly server: TestTmux;
  readonly run: (line: string) => Promise<string>;
  readonly start: (line: string) => Deno.ChildProcess;
}

/** A machine with an empty home on which the README is followed. */
async function withHousehold(
  follow: (household: Household) => Promise<void>,
): Promise<void> {
  await using server = await TestTmux.start();
  const bin = `${server.directory}/bin`;
  await Deno.mkdir(bin);
  const deno = Deno.execPath();
  const programs = {
    orch: `#!/bin/sh\nexec ${deno} run -q -A ${root}mod.ts "$@"\n`,
    // The registry's `npx -y deno@VERSION` is the deno that runs this test.
    npx: `#!/bin/sh\nshift 2\ncd ${root} && exec ${deno} "$@"\n`,
    deno: `#!/bin/sh\ncd ${root} && exec ${deno} "$@"\n`,
    claude: claude(`${root}test/fixtures/readme`),
  };
  for (const [name, text] of Object.entries(programs)) {
    await Deno.writeTextFile(`${bin}/${name}`, text, { mode: 0o755 });
  }
  const environment = {
    ...server.environment,
    PATH: `${bin}:${server.environment["PATH"]}`,
    DENO_DIR: await moduleCache(),
    NO_COLOR: "1",
  };
  for (const [name, value] of Object.entries({ PATH: environment.PATH })) {
    await server.tmux("set-environment", "-g", name, value);
  }
  const start = (line: string) =>
    new Deno.Command("/bin/sh", {
      args: ["-c", line],
      cwd: server.home,
      env: environment,
      clearEnv: true,
      stdin: "null",
      stdout: "piped",
      stderr: "piped",
    }).spawn();
  const run = async (line: string) => {
    const { code, stdout, stderr } = await start(line).output();
    const text = new TextDecoder().decode(stdout);
    assert.ok(
      code === 0 || code === 4,
      `${line}\nexit code ${code}\n${text}${new TextDecoder().decode(stderr)}`,
    );
    return text;
  };
  await follow({ server, run, start });
}

const lines = (block: string) => block.trim().split("\n");

Deno.test("README: the two commands are tasks of the project", async () => {
  const [two] = blocks("sh");
  const { tasks } = JSON.parse(await Deno.readTextFile(`${root}deno.json`));
  for (const line of lines(two!)) {
    const task = /^npx -y deno@2\.9\.6 task (\w+)$/.exec(line)?.[1];
    assert.ok(task !== undefined && task in tasks, line);
  }
  assert.equal(lines(two!).length, 2);
});

Deno.test("README: the demo shows a week and leaves nothing behind", () =>
  withHousehold(async ({ server, run }) => {
    const [two, , , , recipes] = blocks("sh");
    const demo = lines(two!)[0]!;
    for (const line of [demo, lines(recipes!)[0]!]) {
      const text = await run(`TMPDIR=${server.directory} ${line}`);
      assert.match(text, /\nDay 7\n/);
      assert.match(text, /web-shop has learned/);
      const dangers =
        /Of (\d+) dangerous commands (\d+) reached you, (\d+) were/
          .exec(text)!.slice(1).map(Number);
      assert.ok(dangers[0]! > 30, text);
      assert.deepEqual(dangers.slice(1), [dangers[0], 0]);
      const folder = /\S*orch-demo-\w+/.exec(text)![0];
      await assert.rejects(Deno.stat(folder), Deno.errors.NotFound);
    }
  }));

Deno.test("README: your own agents", () =>
  withHousehold(async ({ server, run, start }) => {
    await Deno.mkdir(`${server.home}/shop`);
    const [, first, then] = blocks("sh");
    const [setup, monitor] = lines(first!);
    assert.match(await run(setup!), /Set up shop/);
    const following = start(`exec ${monitor}`);
    try {
      // Both recorded dialogs ask for what always needs a person.
      await server.until("=shop:", /git push/);
      const [status, approvals, approve, deny, ...rest] = lines(then!);
      await eventuallyLists(run, approvals!, /^1 /m);
      assert.match(await run(status!), /shop +claude +asking +1/);
      assert.match(await run(approve!), /Approved 1/);
      await eventuallyLists(run, approvals!, /^2 /m);
      assert.match(await run(deny!), /Denied 2/);
      const keys = await Deno.readTextFile(`${server.home}/shop/keys.txt`);
      assert.deepEqual(keys.trim().split(/\s+/), ["31", "1b", "0d"]);
      const typed = await Deno.readTextFile(`${server.home}/shop/typed.txt`);
      assert.equal(typed, "Use the staging database\n");
      const texts = [];
      for (const line of rest) texts.push(await run(line));
      const [resume, kinds] = texts.slice(-2);
      assert.equal(resume, "No agent was lost.\n");
      assert.match(kinds!, /^claude +Claude Code +2\.1\.330 /m);
    } finally {
      following.kill("SIGINT");
      assert.equal((await following.output()).code, 130);
    }
  }));

Deno.test("README: the recipe that sets up an agent", () =>
  withHousehold(async ({ server, start }) => {
    await Deno.mkdir(`${server.home}/shop`);
    const line = lines(blocks("sh")[4]!)[1]!;
    const recipe = start(`TMUX=${server.socket},1,0 exec ${line}`);
    const output = recipe.output();
    await eventually(
      "the agent's session is there",
      () => server.tmux("has-session", "-t", "=shop").then(() => true, String),
    );
    await server.until("=shop:", /git push/);
    using journal = Journal.open(
      `${server.home}/.local/state/orch/journal.db`,
    );
    await eventually(
      "the request waits",
      () =>
        Promise.resolve(journal.requests.all({ waiting: true }).length === 1),
    );
    recipe.kill("SIGINT");
    const { stdout, code } = await output;
    assert.equal(code, 0);
    assert.match(
      new TextDecoder().decode(stdout),
      /attach -t =shop[^]*orch approve 1 +git push/,
    );
  }));

Deno.test("README: what an agent has learned", () =>
  withHousehold(async ({ server, run }) => {
    const { home } = server;
    for (const name of ["shop", "api"]) {
      await Deno.mkdir(`${home}/${name}`);
      await run(`orch setup ~/${name} --agent claude`);
    }
    // Only the shop has tests that setup knows of.
    await Deno.writeTextFile(
      `${home}/shop/package.json`,
      JSON.stringify({ scripts: { test: "true" } }),
    );
    await run("orch teardown shop --forget && orch setup ~/shop");
    const asked = { t: "2026-03-01T09:00:00Z", project: "shop", cmd: "ls" };
    await Deno.writeTextFile(`${home}/week.jsonl`, JSON.stringify(asked));
    const texts = [];
    for (const line of lines(blocks("sh")[5]!)) texts.push(await run(line));
    const [list, shown, review, prune, ...rest] = texts;
    assert.match(list!, /npm test +pattern +project +project +active/);
    assert.match(shown!, /Lets pass `npm test`/);
    assert.match(review!, /nothing to review/);
    assert.match(prune!, /nothing to remove/);
    const [svg, lent, out, taken, shared, native, revoked, replayed] = rest;
    assert.match(svg!, /Wrote .*shop\.svg/);
    assert.match(lent!, /npm test holds in its project, for every agent/);
    assert.match(out!, /Wrote .*shop\.json/);
    assert.match(taken!, /npm test/);
    assert.match(shared!, /npm test .*candidate/);
    assert.match(native!, /"permissions"/);
    assert.match(revoked!, /Revoked npm test/);
    assert.match(replayed!, /^1 commands: 1 passed/m);
    assert.match(await Deno.readTextFile(`${home}/shop.svg`), /^<svg /);
  }));

Deno.test("README: an agent that needs no account", () =>
  withHousehold(async ({ server, run }) => {
    await Deno.mkdir(`${server.home}/practice`);
    const [script] = blocks("json");
    await Deno.writeTextFile(`${server.home}/practice/script.json`, script!);
    const [setup, ...rest] = lines(blocks("sh")[3]!);
    await run(setup!);
    await server.until("=practice:", /❯ 1\. Yes/);
    for (const line of rest) await run(line);
    await server.until("=practice:", /git push --force/);
  }));

Deno.test("README: the library's example runs", async () => {
  const [example] = blocks("ts");
  const { stdout, stderr, code } = await new Deno.Command(Deno.execPath(), {
    args: ["eval", "--ext=ts", example!],
    cwd: root,
    env: { NO_COLOR: "1" },
  }).output();
  assert.equal(code, 0, new TextDecoder().decode(stderr));
  assert.match(new TextDecoder().decode(stdout), /^ask /);
});

Deno.test("README: every command is in the table, and none else", async () => {
  const { stdout } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "-q", "-A", `${root}cli.ts`, "--help"],
  }).output();
  const help = new TextDecoder().decode(stdout);
  const offered = [...help.matchAll(/^ {2}(\w+) {2,}/gm)].map((m) => m[1]);
  const listed = [...readme.matchAll(/^\| `orch (\w+)/gm)].map((m) => m[1]);
  assert.deepEqual([...offered].sort(), [...listed].sort());
});

async function eventuallyLists(
  run: (line: string) => Promise<string>,
  line: string,
  pattern: RegExp,
): Promise<void> {
  const deadline = Date.now() + 15_000;
  let text = "";
  while (Date.now() < deadline) {
    text = await run(line);
    if (pattern.test(text)) return;
  }
  assert.fail(`${line} did not list ${pattern}:\n${text}`);
}
