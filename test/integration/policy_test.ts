import assert from "node:assert/strict";
import { assertFails, Household, Stage } from "../harness/mod.ts";

const script = 'echo ran "$@" >> ran.txt\n';

Deno.test("what a project's orch.yaml allows counts once a person accepts it", async () => {
  await using stage = await Stage.start([
    { run: "touch denied.txt" },
    { run: "sudo -n true; sh tool.sh" },
    { say: "That was all." },
  ], {
    files: {
      "tool.sh": script,
      "orch.yaml": "allow:\n  - sudo -n true; sh tool.sh\n" +
        "deny:\n  - touch denied.txt\n",
    },
  });
  await using monitor = await stage.monitor();
  const trouble = await monitor.until("trouble");
  assert.match(trouble.message, /orch\.yaml allows does not count before/);
  const denied = await monitor.until("closed");
  assert.deepEqual(
    [denied.summary, denied.by, denied.outcome],
    ["touch denied.txt", "orch", "denied"],
  );
  const waiting = await monitor.until("waiting");
  assert.equal(waiting.summary, "sudo -n true; sh tool.sh");

  const shown = await stage.orch("policy");
  assert.match(shown.stdout, /deny {4}touch denied\.txt/);
  assert.doesNotMatch(shown.stdout, /allow /);
  assert.match(shown.stdout, /try: orch policy --accept --project/);
  const accepted = await stage.orch("policy", "--accept");
  assert.equal(accepted.code, 0, accepted.stderr);
  assert.match(accepted.stdout, /allow {3}sudo -n true; sh tool\.sh/);
  assert.doesNotMatch(accepted.stdout, /try:/);

  const closed = await monitor.until("closed", (n) => n.id === waiting.id);
  assert.equal(closed.by, "orch");
  await stage.until(/That was all/);
  const orchYaml = `${stage.project}/orch.yaml`;
  await Deno.writeTextFile(orchYaml, "allow:\n  - rm *\n");
  const setup = await stage.orch(
    ...["setup", stage.project, "other", "--agent", "rehearsal"],
    ...["--script", `${stage.server.directory}/script.json`],
  );
  assert.match(setup.stdout, /does not count before you accept it/);
  assert.equal(await stage.file("denied.txt"), undefined);
  assert.equal(await stage.file("ran.txt"), "ran\n");
});

Deno.test("a broken policy lets nothing pass, and everyone is told", async () => {
  await using stage = await Stage.start([
    { run: "ls" },
    { say: "That was all." },
  ]);
  const config = stage.paths.config;
  await Deno.mkdir(config.slice(0, config.lastIndexOf("/")), {
    recursive: true,
  });
  await Deno.writeTextFile(config, "deny:\n  - rm *\nalow:\n  - ls\n");
  const fault = /config\.yaml:3:1: `alow` is not known; did you mean `allow`\?/;

  await using monitor = await stage.monitor();
  const trouble = await monitor.until("trouble");
  assert.match(trouble.message, fault);
  const waiting = await monitor.until("waiting");
  assert.match(waiting.reason, fault);
  for (const args of [["status"], ["doctor"], ["explain", "--", "ls"]]) {
    assert.match((await stage.orch(...args)).stdout, fault, args[0]);
  }
  const policy = await stage.orch("policy");
  assert.equal(policy.code, 2);
  assert.match(policy.stdout, fault);
  const always = await stage.orch("approve", String(waiting.id), "--always");
  assert.match(always.stderr, fault);

  await Deno.writeTextFile(config, "deny:\n  - rm *\n");
  await stage.until(/That was all/);
  const closed = await monitor.until("closed");
  assert.equal(closed.by, "orch");
  const explained = await stage.orch("explain", "--", "rm x");
  assert.match(explained.stdout, /^Denied because the policy denies `rm \*`/);
});

Deno.test("approve --always adds to what is laid down in files", async () => {
  await using stage = await Stage.start([
    { run: "sh tool.sh one" },
    { run: "sh tool.sh two" },
    { say: "That was all." },
  ], { files: { "tool.sh": script } });
  await using monitor = await stage.monitor();
  const first = await monitor.until("waiting");
  const done = await stage.orch(
    ...["approve", String(first.id), "--pattern", "sh tool.sh *"],
  );
  assert.equal(done.code, 0, done.stderr);
  await stage.until(/That was all/);
  assert.equal(await stage.file("ran.txt"), "ran one\nran two\n");
});

Deno.test("policy --schema prints what editors check orch.yaml by", async () => {
  await using house = await Household.make();
  const schema = JSON.parse(await house.done("policy", "--schema"));
  assert.equal(schema.$schema, "https://json-schema.org/draft/2020-12/schema");
  assert.match(schema.properties.deny.description, /answered with no/);
  assertFails(
    await house.run("policy", "--project", "nowhere"),
    3,
    /There is no folder .*nowhere/,
  );
});
