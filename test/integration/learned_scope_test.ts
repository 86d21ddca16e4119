import assert from "node:assert/strict";
import { fileFacts } from "../../lib/files/mod.ts";
import {
  learn,
  readAgentFile,
  updateAgentFile,
} from "../../lib/learner/mod.ts";
import {
  assertFails,
  Household,
  moduleCache,
  Stage,
  TestTmux,
} from "../harness/mod.ts";

/** Two agents of one project, of which one has learned. */
async function team(): Promise<Household> {
  const house = await Household.make();
  await house.setUp("web");
  await house.setUp("qa", "web");
  await house.teach("web", ["go test -v ./...", "curl localhost:3000/health"]);
  return house;
}

/** What becomes of a command, and by which rule. */
async function explained(
  house: Household,
  agent: string,
  command: string,
): Promise<{ verdict: string; rule: string | null; reason: string }> {
  const flags = ["--json", "--autonomy", "supervised", "--agent", agent];
  return JSON.parse(await house.done("explain", ...flags, "--", command));
}

Deno.test("learned scope lets a team use what one of it has learned", async () => {
  await using house = await team();
  const { id } = (await house.rules("web"))[0]!;
  const verdict = () => explained(house, "qa", "go test ./...");
  assert.equal((await verdict()).verdict, "ask");
  assert.equal(
    await house.done("learned", "scope", "web", "go test *", "--to", "team"),
    "go test * holds in its project, for every agent there.\n",
  );
  const passed = await verdict();
  assert.equal(passed.verdict, "allow");
  assert.equal(passed.rule, `web/${id}`);
  assert.match(passed.reason, /let the whole team use `go test \*`.* by web/);
  const listed = await house.done("learned", "qa");
  assert.match(listed, /web\/r-\w+ +go test \* .* team +active, lent by web /);
  assert.doesNotMatch(listed, /curl/);
  const shown = await house.done("learned", "show", "qa", `web/${id}`);
  assert.match(shown, /scope +team: \/.*\/web, lent by web\n/);
  assert.match(shown, /for every agent, anywhere in/);
  const { rules, lent } = JSON.parse(
    await house.done("learned", "qa", "--json", "--scope", "team"),
  );
  assert.deepEqual([rules.length, lent.length], [0, 1]);
  assertFails(
    await house.run("learned", "revoke", "qa", `web/${id}`),
    2,
    /is a rule of web\n.*with web r-/,
  );
  const native = await house.done("learned", "export", "qa", "--to", "claude");
  assert.match(native, /"Bash\(go test -v \.\/\.\.\.\)"/);
  const own = await house.done("learned", "export", "qa");
  assert.deepEqual(
    JSON.parse(own).rules,
    [],
    "what is lent stays its lender's",
  );
  await house.done("learned", "scope", "web", id, "--to", "project");
  assert.equal((await verdict()).verdict, "ask");
});

Deno.test("learned scope lends nothing that was denied of the other agent", async () => {
  await using house = await team();
  await house.teach("qa", ["go test ./..."], "denied", "web");
  await house.done("learned", "scope", "web", "go test *", "--to", "team");
  const { verdict } = await explained(house, "qa", "go test ./...");
  assert.equal(verdict, "ask");
});

Deno.test("learned scope lets a rule hold in all projects, if it means the same there", async () => {
  await using house = await team();
  const wide = ["--to", "agent"];
  assertFails(
    await house.run("learned", "scope", "web", "go test *", ...wide),
    2,
    /go test \* cannot hold in every project .*: it works on the project's/,
  );
  await house.done("learned", "scope", "web", "curl", ...wide);
  // The same agent is set up for another project.
  await house.setUp("web", "shop");
  const passes = async (command: string) =>
    (await explained(house, "web", command)).verdict;
  assert.equal(await passes("curl localhost:3000/items"), "allow");
  assert.equal(await passes("go test ./..."), "ask");
  assert.equal(await passes("curl localhost:4000/items"), "ask");
  const shown = await house.done("learned", "show", "web", "curl");
  assert.match(shown, /in every project of this agent\./);
  assert.match(shown, /scope +agent: every project, learned in \/.*\/web\n/);
});

Deno.test("learned scope changes all of the rules, or none", async () => {
  await using house = await team();
  const scope = (...args: string[]) => house.run("learned", "scope", ...args);
  const before = await house.rules("web");
  assertFails(
    await scope("web", "curl", "go test *", "--to", "agent"),
    2,
    /cannot hold/,
  );
  assertFails(await scope("web", "curl", "no rule", "--to", "team"), 3, /no/);
  assertFails(await scope("web", "curl"), 2, /--to|to/);
  assertFails(await scope("web", "curl", "--to", "world"), 2, /world/);
  assertFails(await scope("nobody", "curl", "--to", "team"), 3, /nobody/);
  await house.teach("web", ["npm run lint"], "denied");
  assertFails(
    await scope("web", "npm run lint", "--to", "team"),
    2,
    /does not answer yet/,
  );
  assert.deepEqual((await house.rules("web")).slice(0, 2), before);
  const { rules } = JSON.parse(
    (await scope("web", "curl", "--to", "team", "--json")).stdout,
  );
  assert.equal(rules[0].reach, "team");
});

Deno.test("learned review offers how far a rule may reach", async () => {
  await using server = await TestTmux.start({ columns: 110, rows: 40 });
  const house = new Household(server.home);
  await house.setUp("web");
  await house.setUp("qa", "web");
  await house.teach("web", ["go test ./a", "curl -s localhost:3000/"]);
  const cli = new URL("../../cli.ts", import.meta.url).pathname;
  const program = `DENO_DIR='${await moduleCache()}' '${Deno.execPath()}'`;
  const review = `clear; ${program} run -q -A '${cli}' learned review web`;
  const type = (text: string) =>
    server.tmux("send-keys", "-t", server.pane, "-l", text);
  const press = (...keys: string[]) =>
    server.tmux("send-keys", "-t", server.pane, ...keys);
  await type(review);
  await press("Enter");
  const first = await server.until(server.pane, /1 of 2[^]*❯ Leave/, 20_000);
  assert.match(first, /It rests on one approval, of `go test \.\/a`\./);
  // What it tests hangs on the project.
  assert.doesNotMatch(first, /hold in every project/);
  await press("Down", "Down", "Down");
  await server.until(server.pane, /❯ Let every agent of its project use it/);
  await press("Enter");
  const second = await server.until(server.pane, /2 of 2[^]*❯ Leave it/);
  assert.match(second, /now on, go test \* holds for every agent of its proj/);
  await press("Down", "Down", "Down", "Down");
  await server.until(server.pane, /❯ Let it hold in every project/);
  await press("Enter");
  await server.until(server.pane, /curl .* holds in every project of this/);
  const reaches = async () =>
    (await house.rules("web")).map(({ reach }) => reach);
  assert.deepEqual(await reaches(), ["team", "agent"]);
  // A person has looked at both now.
  assert.match(
    await house.done("learned", "review", "web", "--list"),
    /nothing to review/,
  );
});

Deno.test("the monitor lets an agent use its team's rules, as long as they are lent", async () => {
  const step = { run: "sh tool.sh" };
  await using stage = await Stage.start([
    step,
    { wait: "message" },
    step,
  ], {
    files: { "tool.sh": "echo ran >> ran.txt\n" },
    setup: ["--autonomy", "supervised"],
  });
  const setup = await stage.orch(
    ...["setup", stage.project, "mate", "--agent", "rehearsal", "--no-hooks"],
    ...["--script", `${stage.server.directory}/script.json`],
  );
  assert.equal(setup.code, 0, setup.stderr);
  const path = stage.paths.agentFile("mate");
  await updateAgentFile(path, "mate", (file) => {
    const request = { kind: "command", command: step.run, complete: true };
    const { rules } = learn(request, "approved", {
      project: stage.project,
      home: stage.server.home,
      autonomy: "assisted",
      rules: file.rules,
      now: Date.now(),
      ...fileFacts,
    });
    return { ...file, rules };
  });
  const scope = (to: string) =>
    stage.orch("learned", "scope", "mate", step.run, "--to", to);
  assert.equal((await scope("team")).code, 0);
  {
    await using monitor = await stage.monitor();
    const { verdict } = await monitor.until("decided");
    assert.match(verdict.reason, /whole team use `sh tool\.sh`.* by mate/);
    await monitor.until("closed");
    assert.equal((await scope("project")).code, 0);
    await monitor.until("state", ({ state }) => state === "idle");
    await stage.press("Go on", "Enter");
    const waiting = await monitor.until("waiting");
    assert.match(waiting.reason, /tool\.sh/);
  }
  assert.equal(await stage.file("ran.txt"), "ran\n");
  const [rule] = (await readAgentFile(path))!.rules;
  assert.equal(rule?.uses, 1, "it is counted where the rule stands");
});
