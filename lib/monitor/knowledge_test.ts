import assert from "node:assert/strict";
import { readAgentFile, updateAgentFile, withAllowed } from "../learner/mod.ts";
import { Knowledge } from "./knowledge.ts";

const rule = {
  id: "r-1",
  title: "npm test",
  category: "pattern",
  pattern: { program: "npm", subcommand: ["test"] },
  scope: "/srv/web",
  tier: "project",
  evidence: ["npm test"],
  approvals: 1,
  denials: 0,
  uses: 0,
  learned: "2026-01-01T00:00:00.000Z",
  used: "2026-01-01T00:00:00.000Z",
  origin: "approval",
  status: "active",
} as const;

async function withFile(run: (file: string) => Promise<void>) {
  const folder = await Deno.makeTempDir();
  try {
    await run(`${folder}/.claude-agent-web.json`);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

Deno.test("Knowledge follows the agent's file", () =>
  withFile(async (file) => {
    const knowledge = new Knowledge(() => file);
    const nothing = await knowledge.of("web");
    assert.equal(nothing.file, undefined);
    await updateAgentFile(file, "web", (content) =>
      withAllowed(content, "/srv/web", ["git push"]));
    const something = await knowledge.of("web");
    assert.deepEqual(something.file?.projects["/srv/web"]?.["allow"], [
      "git push",
    ]);
    assert.notEqual(something.stamp, nothing.stamp);
    assert.equal(
      await knowledge.of("web"),
      something,
      "read only when changed",
    );
  }));

Deno.test("Knowledge gives nothing from a broken file, and says why", () =>
  withFile(async (file) => {
    await Deno.writeTextFile(file, "{", { mode: 0o600 });
    const { file: content, broken } = await new Knowledge(() => file).of("web");
    assert.equal(content, undefined);
    assert.match(broken?.message ?? "", /line 1/);
  }));

Deno.test("Knowledge.flush() counts uses and is no evidence", () =>
  withFile(async (file) => {
    await updateAgentFile(
      file,
      "web",
      (content) => ({ ...content, rules: [rule] }),
    );
    const knowledge = new Knowledge(() => file);
    knowledge.used("web", "r-1", Date.UTC(2026, 1, 1));
    knowledge.used("web", "r-1", Date.UTC(2026, 1, 2));
    await knowledge.flush();
    const [after] = (await readAgentFile(file))!.rules;
    assert.deepEqual(after, {
      ...rule,
      uses: 2,
      used: "2026-02-02T00:00:00.000Z",
    });
  }));

Deno.test("Knowledge.teamOf() adds what teammates lend, and counts it for them", async () => {
  const folder = await Deno.makeTempDir();
  const fileOf = (name: string) => `${folder}/.claude-agent-${name}.json`;
  const lend = (reach: "team" | "project") =>
    updateAgentFile(fileOf("qa"), "qa", (file) => ({
      ...file,
      rules: [{ ...rule, reach }],
    }));
  try {
    const knowledge = new Knowledge(fileOf);
    const team = () => knowledge.teamOf("web", ["qa", "web"], "/srv/web");
    const alone = await team();
    assert.deepEqual(alone.rules, []);
    await lend("team");
    const lent = await team();
    assert.notEqual(lent.stamp, alone.stamp);
    assert.equal((await team()).rules, lent.rules, "the same until it changes");
    assert.deepEqual(lent.rules.map(({ id }) => id), ["qa/r-1"]);
    const other = await knowledge.teamOf("web", ["qa", "web"], "/srv/api");
    assert.deepEqual(other.rules, []);
    knowledge.used("web", "qa/r-1", Date.UTC(2026, 1, 1));
    await knowledge.flush();
    assert.equal((await readAgentFile(fileOf("qa")))!.rules[0]!.uses, 1);
    await assert.rejects(() => Deno.stat(fileOf("web")), Deno.errors.NotFound);
    await lend("project");
    assert.deepEqual((await team()).rules, []);
    await Deno.writeTextFile(fileOf("qa"), "{");
    assert.deepEqual((await team()).rules, [], "a broken file lends nothing");
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});
