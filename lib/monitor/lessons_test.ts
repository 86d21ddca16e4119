import assert from "node:assert/strict";
import { Journal } from "../journal/mod.ts";
import { readAgentFile, updateAgentFile } from "../learner/mod.ts";
import { teach } from "./lessons.ts";

interface School {
  readonly journal: Journal;
  readonly file: string;
  readonly home: string;
  readonly learn: (
    built?: (path: string) => boolean,
  ) => ReturnType<typeof teach>;
  readonly answer: (
    command: string,
    by?: "orch" | "pane",
    tier?: string,
  ) => number;
}

/** A journal and an agent that asks for everything once. */
async function withSchool(run: (school: School) => Promise<void>) {
  const home = await Deno.realPath(await Deno.makeTempDir());
  try {
    const project = `${home}/web`;
    await Deno.mkdir(project);
    using journal = Journal.open(`${home}/journal.db`);
    const agent = journal.agents.setUp({
      name: "web",
      kind: "claude",
      project,
      autonomy: "supervised",
    });
    const file = `${home}/.claude-agent-web.json`;
    const answer = (
      command: string,
      by: "orch" | "pane" = "pane",
      tier?: string,
    ) => {
      const id = journal.requests.record({
        agent: "web",
        pane: "%1",
        server: "s 1 1",
        fingerprint: command,
        request: { kind: "command", command, complete: true },
        summary: command,
        seen: 0,
      });
      if (tier !== undefined) {
        journal.requests.decide(id, { decision: "ask", tier, reason: "" });
      }
      journal.requests.close(id, by, "approved");
      return id;
    };
    const learn: School["learn"] = (built = () => false) =>
      teach(journal, agent, { file, home, built }, Date.now());
    await run({ journal, file, home, learn, answer });
  } finally {
    await Deno.remove(home, { recursive: true });
  }
}

Deno.test("teach() learns each of a person's answers once", () =>
  withSchool(async ({ file, learn, answer }) => {
    answer("npm test");
    assert.equal((await learn()).length, 1);
    assert.deepEqual(await learn(), []);
    const [rule] = (await readAgentFile(file))!.rules;
    assert.equal(rule?.approvals, 1);
  }));

Deno.test("teach() does not count a lesson twice after a crash in between", () =>
  withSchool(async ({ journal, file, learn, answer }) => {
    const id = answer("npm test");
    // As it is left by a process that was killed after it wrote the file.
    await updateAgentFile(file, "web", (content) => ({
      ...content,
      learnedRequests: [id],
    }));
    assert.deepEqual(await learn(), []);
    assert.deepEqual((await readAgentFile(file))!.rules, []);
    assert.deepEqual(journal.requests.all({ toLearn: true }), []);
  }));

Deno.test("teach() takes no automatic answer for a lesson", () =>
  withSchool(async ({ file, learn, answer }) => {
    answer("npm test", "orch");
    assert.deepEqual(await learn(), []);
    assert.equal(await readAgentFile(file), undefined);
  }));

Deno.test("teach() learns to delete only what was the agent's own", () =>
  withSchool(async ({ file, learn, answer }) => {
    answer("rm main.ts", "pane", "remote");
    assert.deepEqual(await learn(), []);
    answer("rm try.ts", "pane", "project");
    await learn();
    const [rule] = (await readAgentFile(file))!.rules;
    assert.deepEqual(rule?.pattern, {
      program: "rm",
      operands: ["own-path"],
    });
  }));

Deno.test("teach() learns of what the agent built for every build", () =>
  withSchool(async ({ file, home, learn, answer }) => {
    await Deno.writeTextFile(`${home}/web/tool`, "1");
    answer("./tool show main");
    await learn((path) => path === `${home}/web/tool`);
    answer("./other show main");
    await Deno.writeTextFile(`${home}/web/other`, "1");
    await learn((path) => path === `${home}/web/tool`);
    const { rules } = (await readAgentFile(file))!;
    const built = rules.filter(({ pattern }) => pattern.content === "built");
    assert.deepEqual(built.map(({ pattern }) => pattern.program), ["./tool"]);
  }));
