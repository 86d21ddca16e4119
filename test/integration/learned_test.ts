import assert from "node:assert/strict";
import { Journal } from "../../lib/journal/mod.ts";
import { type Rule, updateAgentFile } from "../../lib/learner/mod.ts";
import { pathsOf } from "../../lib/paths/mod.ts";
import {
  assertFails,
  Household,
  moduleCache,
  spawnOrch,
  TestTmux,
} from "../harness/mod.ts";

const day = 24 * 60 * 60 * 1000;

Deno.test("learned NAME lists rules, as a table, as JSON, and by filter", async () => {
  await using house = await Household.make();
  await house.setUp("web");
  assert.match(await house.done("learned", "web"), /has learned nothing yet/);
  await house.teach("web", ["go test -v ./...", "frobnicate"]);
  await house.teach("web", ["curl https://example.org/"]);
  const text = await house.done("learned", "web");
  assert.match(
    text,
    /^ID +RULE +CATEGORY +TIER +SCOPE +STATUS +APPROVED +USED\n/,
  );
  assert.match(
    text,
    /r-\w+ +go test \* +pattern +project +project +active +1 +0\n/,
  );
  assert.match(text, /\n\/.*\.claude-agent-web\.json\n$/);
  assert.equal(await house.done("learned", "list", "web"), text);
  const { rules, file } = JSON.parse(
    await house.done("learned", "--json", "web"),
  );
  assert.equal(rules.length, 3);
  assert.equal(file, house.file("web"));
  const filtered = async (...flags: string[]) => {
    const document = await house.done("learned", "web", "--json", ...flags);
    return JSON.parse(document).rules.map(({ title }: Rule) => title);
  };
  assert.deepEqual(await filtered("--status", "candidate"), [
    "curl example.org/*",
  ]);
  assert.deepEqual(await filtered("--category", "exact"), ["frobnicate"]);
  assert.deepEqual(await filtered("--tier", "fetch"), ["curl example.org/*"]);
  assert.deepEqual(await filtered("--origin", "setup"), []);
  assert.equal((await filtered("--project", "web")).length, 3);
  assert.deepEqual(await filtered("--project", "elsewhere"), []);
  assertFails(await house.run("learned", "web", "--tier", "wild"), 2, /wild/);
  assertFails(await house.run("learned", "nobody"), 3, /nobody/);
  const words = Array.from({ length: 30 }, (_, at) => `word${at}`).join(" ");
  await house.teach("web", [`frobnicate ${words}`]);
  const lines = (await house.done("learned", "web")).split("\n");
  assert.ok(lines.every((line) => line.length < 150), "long titles are cut");
});

Deno.test("learned show says what a rule does, and what it rests on", async () => {
  await using house = await Household.make();
  await house.setUp("web");
  await house.teach("web", ["go test ./a", "go test -v ./b"]);
  await house.teach("web", ["go test ./slow"], "denied");
  const text = await house.done("learned", "show", "web", "go test *");
  assert.match(text, /^go test \* {3}r-\w+\nAsks about `go test` with or/);
  assert.match(text, /denied +once/);
  assert.match(text, /You have denied, latest last:\n {2}go test \.\/slow\n/);
  const shown = JSON.parse(
    await house.done("learned", "show", "web", "go test ./a", "--json"),
  );
  assert.equal(
    shown.sentence,
    `Lets pass exactly \`go test ./a\`, in ${house.project("web")}.`,
  );
  const id = shown.rule.id as string;
  assert.match(
    await house.done("learned", "show", "web", id.slice(0, 7)),
    /\.\/a/,
  );
  assertFails(await house.run("learned", "show", "web", "go t"), 2, /3 rules/);
  assertFails(await house.run("learned", "show", "web", "npm"), 3, /no rule/);
});

Deno.test("what a file says cannot move a terminal's cursor", async () => {
  await using house = await Household.make();
  await house.setUp("web");
  await house.teach("web", ["go test ./a"]);
  await updateAgentFile(house.file("web"), "web", (file) => ({
    ...file,
    rules: file.rules.map((rule) => ({
      ...rule,
      title: "npm\x1b[2K\r\u202e",
      evidence: ["\x1b]0;title\x07"],
    })),
  }));
  for (
    const args of [["web"], ["show", "web", "npm"], ["review", "web", "--list"]]
  ) {
    const text = await house.done("learned", ...args);
    assert.doesNotMatch(text.replaceAll("\n", ""), /[\p{Cc}\p{Cf}]/u);
  }
});

Deno.test("learned revoke takes rules back at once, all or none", async () => {
  await using house = await Household.make();
  await house.setUp("web");
  await house.teach("web", ["go test ./...", "go vet", "npm run lint"]);
  const explained = async (command: string) =>
    JSON.parse(
      await house.done("explain", "--json", "--agent", "web", "--", command),
    ).verdict;
  assert.equal(await explained("npm run lint"), "allow");
  const none = await house.run("learned", "revoke", "web", "go vet", "make");
  assertFails(none, 3, /no rule 'make'/);
  assert.equal((await house.statuses("web"))["go vet"], "active");
  await house.done("learned", "revoke", "web", "go vet", "npm run lint");
  assert.deepEqual(await house.statuses("web"), {
    "go test *": "active",
    "go vet": "revoked",
    "npm run lint": "revoked",
  });
  assert.equal(await explained("npm run lint"), "ask", "even when assisted");
  assertFails(await house.run("learned", "revoke", "web"), 2, /./);
  using journal = Journal.open(pathsOf({ HOME: house.home }).journal);
  const { data } = journal.events().findLast(({ type }) =>
    type === "rule-changed"
  )!;
  const { agent, by, action, rules } = data as Record<string, unknown>;
  assert.deepEqual([agent, by, action], ["web", "person", "revoke"]);
  assert.deepEqual(
    (rules as Rule[]).map(({ title }) => title),
    ["go vet", "npm run lint"],
  );
});

Deno.test("learned review --list names what to look at; prune removes what expired", async () => {
  await using house = await Household.make();
  await house.setUp("web");
  await house.teach("web", ["go test ./...", "curl https://example.org/"]);
  await house.teach("web", ["npm run lint"], "denied");
  const listed = await house.done("learned", "review", "web", "--list");
  assert.match(listed, /go test \* +weak +rests on one approval/);
  assert.match(listed, /curl example\.org\/\* +candidate +waits for one more/);
  assert.doesNotMatch(listed, /npm run lint/);
  const { rules } = JSON.parse(
    await house.done("learned", "review", "web", "--json"),
  );
  assert.deepEqual(
    rules.map(({ concerns }: { concerns: { kind: string }[] }) =>
      concerns.map(({ kind }) => kind)
    ),
    [["weak"], ["candidate"]],
  );
  assertFails(
    await house.run("learned", "review", "web"),
    2,
    /no terminal[^]*--list/,
  );
  assert.match(
    await house.done("learned", "prune", "web"),
    /nothing to remove/,
  );
  house.clock.advance(31 * day);
  await house.teach("web", ["go vet"]);
  assert.match(await house.done("learned", "web"), /go test \* .* expired/);
  const before = await Deno.readTextFile(house.file("web"));
  const dry = await house.done("learned", "prune", "web", "--dry-run");
  assert.match(dry, /Would remove go test \*/);
  assert.equal(await Deno.readTextFile(house.file("web")), before);
  await house.done("learned", "prune", "web");
  assert.deepEqual(await house.statuses("web"), {
    "npm run lint": "revoked",
    "go vet": "active",
  });
  const forgets = await house.done("learned", "prune", "web", "--revoked");
  assert.match(forgets, /Removed npm run lint \(revoked\)\n.*may pass again/);
});

Deno.test("monitor --list-commands prints the learned commands, and ends", async () => {
  await using house = await Household.make();
  await house.setUp("web");
  await house.teach("web", ["PORT=8080 npm run dev", "go test ./..."]);
  await house.teach("web", ["curl http://localhost:3000/"]);
  assert.equal(
    await house.done("monitor", "--list-commands", "web"),
    `Learned commands for ${house.project("web")}:\n` +
      "  PORT\n  curl_localhost\n  go_test\n  npm_run_dev\n",
  );
  assertFails(await house.run("monitor", "--list-commands", "no"), 3, /no/);
});

Deno.test("learned --svg draws what reached a person, and overwrites nothing", async () => {
  await using house = await Household.make();
  await house.setUp("web");
  const paths = pathsOf({ HOME: house.home });
  const args = ["learned", "web", "--svg", `${house.home}/web.svg`];
  assertFails(await house.run(...args), 1, /nothing yet/);
  await house.teach("web", ["go test ./..."]);
  {
    using journal = Journal.open(paths.journal, { clock: house.clock });
    const answer = (name: string, by: "orch" | "pane") => {
      const id = journal.requests.record({
        agent: "web",
        pane: "%1",
        server: "s",
        fingerprint: name,
        request: {},
        summary: name,
        seen: house.clock.now(),
      });
      journal.requests.close(id, by, "approved");
    };
    answer("one", "pane");
    house.clock.advance(day);
    answer("two", "pane");
    answer("three", "orch");
  }
  await house.done(...args);
  const svg = await Deno.readTextFile(`${house.home}/web.svg`);
  assert.match(svg, /2026-11-16: 1 of 1 reached you/);
  assert.match(svg, /2026-11-17: 1 of 2 reached you/);
  assertFails(await house.run(...args), 2, /already/);
});

Deno.test("several processes change an agent's rules at once, and lose nothing", async () => {
  await using house = await Household.make();
  await house.setUp("web");
  const commands = Array.from({ length: 4 }, (_, at) => `frobnicate --n${at}`);
  await house.teach("web", [...commands, "go vet"]);
  const place = { home: house.home, directory: house.project("web") };
  const ended = await Promise.all(
    commands.map((title) =>
      spawnOrch(["learned", "revoke", "web", title], place).output()
    ),
  );
  for (const { code, stderr } of ended) {
    assert.equal(code, 0, new TextDecoder().decode(stderr));
  }
  const { "go vet": kept, ...others } = await house.statuses("web");
  assert.equal(kept, "active");
  assert.deepEqual(Object.values(others), Array(4).fill("revoked"));
});

Deno.test("learned review walks a person through, and Ctrl-C keeps what was answered", async () => {
  await using server = await TestTmux.start({ columns: 100, rows: 40 });
  const house = new Household(server.home);
  await house.setUp("web");
  await house.teach("web", ["go test ./a", "go vet", "npm run lint"]);
  await house.teach("web", ["cargo build"]);
  const cli = new URL("../../cli.ts", import.meta.url).pathname;
  const program = `DENO_DIR='${await moduleCache()}' '${Deno.execPath()}'`;
  const line = `clear; ${program} run -q -A '${cli}' learned review web; ` +
    "echo ended $?";
  const press = (...keys: string[]) =>
    server.tmux("send-keys", "-t", server.pane, ...keys);
  await press("-l", line);
  await press("Enter");
  // Its rules were learned in November.
  await server.until(server.pane, /1 of 4[^]*❯ Leave it for now/, 20_000);
  await press("Down", "Down");
  await server.until(server.pane, /❯ Narrow it to what was approved/);
  await press("Enter");
  await server.until(server.pane, /Narrowed go test \*\.[^]*2 of 4/);
  await press("Down", "Down", "Down");
  await server.until(server.pane, /2 of 4[^]*❯ Revoke it: ask me/);
  await press("Enter");
  await server.until(server.pane, /Revoked go vet\.[^]*3 of 4/);
  await press("Down");
  await server.until(server.pane, /3 of 4[^]*❯ Keep it as it is/);
  await press("Enter");
  await server.until(server.pane, /Kept npm run lint\.[^]*4 of 4[^]*❯ Leave/);
  await press("C-c");
  const screen = await server.until(server.pane, /ended 130/);
  assert.match(screen, /Interrupted: what was answered until now is kept/);
  assert.deepEqual(await house.statuses("web"), {
    "go test *": "revoked",
    "go vet": "revoked",
    "npm run lint": "active",
    "cargo build": "active",
    "go test ./a": "active",
  });
});
