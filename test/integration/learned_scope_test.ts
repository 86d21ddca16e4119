import assert from "node:assert/strict";
import { assertFails, Household } from "../harness/mod.ts";

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
