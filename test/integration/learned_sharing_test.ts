import assert from "node:assert/strict";
import { readAgentFile } from "../../lib/learner/mod.ts";
import { assertFails, Household } from "../harness/mod.ts";

Deno.test("export and import carry rules over, and each needs one approval", async () => {
  await using house = await Household.make();
  await house.setUp("api");
  await house.setUp("web");
  await house.teach("api", ["go test -v ./...", "curl https://example.org/"]);
  await house.teach("api", ["go build -o /dev/null ."], "denied");
  const exported = JSON.parse(
    await house.done("learned", "export", "--json", "api"),
  );
  assert.deepEqual(exported.rules, await house.rules("api"));
  const out = `${house.home}/api.json`;
  await house.done("learned", "export", "api", "--out", "api.json");
  assert.deepEqual(JSON.parse(await Deno.readTextFile(out)), exported);
  assert.equal((await Deno.stat(out)).mode! & 0o777, 0o600);
  assertFails(
    await house.run("learned", "export", "api", "--out", out),
    2,
    /There is a file .* already/,
  );
  const text = await house.done("learned", "import", "web", out);
  assert.match(text, /web: go test \* \(candidate, needs one approval\)/);
  assert.match(text, /example\.org.* \(left out: it is itself not confirmed/);
  const [rule] = await house.rules("web");
  assert.equal(rule!.scope, house.project("web"));
  assert.equal(rule!.origin, "import");
  assert.equal(rule!.source, "api");
  await house.teach("web", ["go test ./..."]);
  assert.equal((await house.statuses("web"))["go test *"], "active");
  const again = await house.done("learned", "import", "web", out, "--json");
  assert.ok(
    JSON.parse(again).imported.every(({ type }: { type: string }) =>
      type === "left out"
    ),
  );
  assertFails(await house.run("learned", "import", "web", "no"), 3, /no file/);
  await Deno.writeTextFile(out, "{");
  const kept = await Deno.readTextFile(house.file("web"));
  assertFails(await house.run("learned", "import", "web", out), 2, /line 1/);
  assert.equal(await Deno.readTextFile(house.file("web")), kept);
});

Deno.test("share gives an agent's rules to a team, and to other projects", async () => {
  await using house = await Household.make();
  for (const name of ["api", "web", "shop"]) await house.setUp(name);
  await house.teach("api", ["go test -v ./..."]);
  await house.done("learned", "share", "api", "web", "shop");
  for (const name of ["web", "shop"]) {
    assert.deepEqual(await house.statuses(name), { "go test *": "candidate" });
  }
  await house.done("learned", "share", "api", "web", "--trust");
  assert.deepEqual(await house.statuses("web"), { "go test *": "active" });
  const other = house.project("shop");
  await house.done("learned", "share", "api", "api", "--project", other);
  const scopes = (await house.rules("api")).map(({ scope }) => scope);
  assert.deepEqual(scopes, [house.project("api"), other]);
  assertFails(
    await house.run("learned", "share", "shop", "shop"),
    2,
    /nothing of/,
  );
  assertFails(await house.run("learned", "share", "api"), 2, /./);
  assertFails(await house.run("learned", "share", "api", "no"), 3, /no/);
});

Deno.test("export --to writes an agent's own rules, and says what is left out", async () => {
  await using house = await Household.make();
  await house.setUp("web");
  await house.teach("web", ["go test -v ./...", "frobnicate --all", "go vet"]);
  await house.teach("web", ["make slow"], "denied");
  const claude = await house.run("learned", "export", "web", "--to", "claude");
  assert.deepEqual(JSON.parse(claude.stdout).permissions, {
    allow: ["Bash(go test -v ./...)", "Bash(go test)", "Bash(go vet)"],
    ask: ["Bash(make slow)"],
  });
  assert.match(claude.stderr, /settings\.local\.json/);
  assert.match(claude.stderr, /frobnicate --all, as it holds in one folder/);
  const codex = ["learned", "export", "web", "--to", "codex"];
  assert.doesNotMatch(await house.done(...codex), /"allow"/);
  assert.match(await house.done(...codex, "--prefixes"), /\["go","vet"\]/);
  const gemini = ["learned", "export", "web", "--to", "gemini", "--prefixes"];
  assertFails(await house.run(...gemini), 2, /Only Codex/);
  for (const kind of ["codex", "gemini", "opencode"]) {
    const out = `${house.home}/${kind}`;
    const args = ["learned", "export", "web", "--to", kind, "--out", out];
    assert.match(await house.done(...args), /^Wrote /);
    assert.match(await Deno.readTextFile(out), /slow/);
    assertFails(await house.run(...args), 2, /already/);
  }
});

Deno.test("a file of an earlier version is listed, reviewed and kept", async () => {
  await using house = await Household.make();
  const project = house.project("web");
  await Deno.mkdir(project);
  const earlier = {
    agent_name: "web",
    mcpServers: { a: 1 },
    projects: {
      [project]: {
        autoApproveCommands: {
          curl: true,
          Tips: true,
          exact_npm_run_dev: true,
        },
      },
    },
  };
  await Deno.writeTextFile(house.file("web"), JSON.stringify(earlier));
  const text = await house.done("learned", "web");
  assert.match(text, /npm run dev .* candidate, from an earlier version/);
  assert.match(text, /2 entries of an earlier version allow nothing/);
  const listed = await house.done("learned", "review", "web", "--list");
  assert.match(
    listed,
    /npm run dev +candidate +comes from the entry exact_npm/,
  );
  assert.match(listed, /Tips, curl/);
  await house.setUp("web");
  const file = (await readAgentFile(house.file("web")))!;
  assert.deepEqual(file["mcpServers"], { a: 1 });
  assert.deepEqual(file.projects[project]!.unconfirmedCommands, {
    curl: true,
    Tips: true,
  });
  assert.deepEqual(file.projects[project]!.autoApproveCommands, {});
  await house.done("learned", "prune", "web", "--unconfirmed");
  const after = (await readAgentFile(house.file("web")))!;
  assert.equal(after.projects[project]!.unconfirmedCommands, undefined);
  assert.equal(after.rules.length, file.rules.length);
});
