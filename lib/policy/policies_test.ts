import assert from "node:assert/strict";
import { OrchError } from "../errors/mod.ts";
import { Policies } from "./policies.ts";

/** A person's home and project, and what is laid down there. */
async function withPlaces(
  run: (place: {
    own: (text: string) => Promise<void>;
    project: (text: string | undefined) => Promise<void>;
    folder: string;
    policies: Policies;
  }) => Promise<void>,
): Promise<void> {
  const root = await Deno.makeTempDir();
  const folder = `${root}/web`;
  await Deno.mkdir(folder);
  const config = `${root}/config.yaml`;
  const places = { config, accepted: `${root}/state/accepted` };
  try {
    await run({
      own: (text) => Deno.writeTextFile(config, text),
      project: async (text) => {
        const path = `${folder}/orch.yaml`;
        if (text === undefined) await Deno.remove(path);
        else await Deno.writeTextFile(path, text);
      },
      folder,
      policies: new Policies(places),
    });
  } finally {
    await Deno.remove(root, { recursive: true });
  }
}

Deno.test("without files nothing is laid down", () =>
  withPlaces(async ({ policies, folder }) => {
    const known = await policies.of(folder);
    assert.deepEqual(known.policy, { allow: [], ask: [], deny: [] });
    assert.deepEqual([known.tools, known.secrets], [{}, []]);
    assert.deepEqual([known.broken, known.unaccepted], [undefined, undefined]);
    assert.equal(await policies.news(folder), undefined);
  }));

Deno.test("the person's own file counts at once, and again when it changes", () =>
  withPlaces(async ({ policies, folder, own }) => {
    await own("allow: [git push *]\nsecrets: [notes]\n");
    const known = await policies.of(folder);
    assert.deepEqual(known.policy.allow, ["git push *"]);
    assert.deepEqual(known.secrets, ["notes"]);
    assert.equal(await policies.of(folder), known);
    await own("deny: [git push *]\n");
    const changed = await policies.of(folder);
    assert.deepEqual(changed.policy.allow, []);
    assert.deepEqual(changed.policy.deny, ["git push *"]);
    assert.notEqual(changed.stamp, known.stamp);
  }));

const theirs = `allow: [npm publish]
ask: [npm test]
deny: [git push *]
secrets: [config/prod]
tools:
  shipit: { tier: read, does: ships }
  git: { tier: fetch, does: asks git }
`;

Deno.test("what a project's file allows counts once it is accepted", () =>
  withPlaces(async ({ policies, folder, project }) => {
    await project(theirs);
    const before = await policies.of(folder);
    assert.deepEqual(before.policy, {
      allow: [],
      ask: ["npm test"],
      deny: ["git push *"],
    });
    assert.deepEqual(Object.keys(before.tools), ["git"]);
    assert.deepEqual(before.secrets, ["config/prod"]);
    assert.equal(before.unaccepted, `${folder}/orch.yaml`);
    assert.match((await policies.news(folder))!.hint!, /orch policy --accept/);
    assert.equal(await policies.news(folder), undefined, "told once");

    await policies.accept(folder);
    const after = await policies.of(folder);
    assert.deepEqual(after.policy.allow, ["npm publish"]);
    assert.deepEqual(Object.keys(after.tools).sort(), ["git", "shipit"]);
    assert.equal(after.unaccepted, undefined);
  }));

Deno.test("a changed file allows nothing, and takes nothing strict away", () =>
  withPlaces(async ({ policies, folder, project }) => {
    await project(theirs);
    await policies.accept(folder);
    await project("allow: [npm publish, rm *]\nask: [curl *]\n");
    const changed = await policies.of(folder);
    assert.deepEqual(changed.policy, {
      allow: [],
      ask: ["curl *", "npm test"],
      deny: ["git push *"],
    });
    assert.deepEqual(changed.secrets, ["config/prod"]);
    assert.ok(changed.unaccepted);
    await project(undefined);
    const gone = await policies.of(folder);
    assert.deepEqual(gone.policy.allow, []);
    assert.deepEqual(gone.policy.deny, ["git push *"]);
    await project(theirs);
    assert.deepEqual((await policies.of(folder)).policy.allow, ["npm publish"]);
  }));

Deno.test("what was accepted in one project counts in no other", () =>
  withPlaces(async ({ policies, folder, project }) => {
    await project(theirs);
    await policies.accept(folder);
    const other = `${folder}-2`;
    await Deno.mkdir(other);
    await Deno.copyFile(`${folder}/orch.yaml`, `${other}/orch.yaml`);
    assert.deepEqual((await policies.of(other)).policy.allow, []);
  }));

Deno.test("a broken file lets nothing pass, and says so", () =>
  withPlaces(async ({ policies, folder, project, own }) => {
    await own("allow: [git push *]\n");
    await project("alow: [x]\n");
    const { broken } = await policies.of(folder);
    assert.match(broken!.message, /orch\.yaml:1:1: .*did you mean `allow`/);
    assert.match(
      (await policies.news(folder))!.message,
      /^Nothing passes without you: /,
    );
    await assert.rejects(policies.accept(folder), OrchError);
    await project("allow: []\n");
    await own("allow: {\n");
    assert.match((await policies.of(folder)).broken!.message, /config\.yaml:/);
  }));

Deno.test("what is no plain text file of moderate size is broken", () =>
  withPlaces(async ({ policies, folder, project, own }) => {
    const trouble = async () => (await policies.of(folder)).broken?.message;
    await project(`# ${"x".repeat(300_000)}\n`);
    assert.match((await trouble())!, /larger than 256 KiB/);
    await project(undefined);
    await Deno.mkdir(`${folder}/orch.yaml`);
    assert.match((await trouble())!, /not a plain file/);
    await Deno.remove(`${folder}/orch.yaml`);
    await Deno.writeFile(`${folder}/orch.yaml`, new Uint8Array([97, 255]));
    assert.match((await trouble())!, /not UTF-8/);
    await project("{}\n");
    assert.equal(await trouble(), undefined);
    await own("{}\n");
    await Deno.chmod(`${folder}/../config.yaml`, 0o666);
    assert.match((await trouble())!, /written by everyone/);
  }));

Deno.test("two files make a known tool as strict as either of them", () =>
  withPlaces(async ({ policies, folder, project, own }) => {
    await own(
      "tools:\n  git: { tier: read, does: a, refuses: -x, subcommands: " +
        "{ log: { tier: fetch, does: a } } }\n  mine: { tier: read, does: a }\n",
    );
    await project(
      "tools:\n  git: { tier: local, does: b, refuses: -y, subcommands: " +
        "{ log: { tier: remote, does: b } } }\n  mine: { tier: project, does: b }\n",
    );
    await policies.accept(folder);
    const { tools } = await policies.of(folder);
    assert.equal(tools["git"]!.tier, "local");
    assert.equal(tools["git"]!.refuses, "-x -y");
    assert.equal(tools["git"]!.subcommands!["log"]!.tier, "remote");
    assert.equal(tools["mine"]!.does, "a");
  }));
