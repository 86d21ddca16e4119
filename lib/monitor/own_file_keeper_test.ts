import assert from "node:assert/strict";
import { systemClock } from "../clock/mod.ts";
import { Journal, type RequestOutcome } from "../journal/mod.ts";
import type { Decision } from "../learner/mod.ts";
import { OwnFileKeeper } from "./own_file_keeper.ts";

/** A project of an agent whose requests are really done. */
class Project implements AsyncDisposable {
  /** By how much the journal's clock is ahead of the files', milliseconds. */
  ahead = 0;
  readonly #clock = { ...systemClock, now: () => Date.now() + this.ahead };
  #journal: Journal;
  #keeper: OwnFileKeeper;

  private constructor(readonly folder: string) {
    this.#journal = this.#read();
    this.#keeper = this.#open();
  }

  static async make(): Promise<Project> {
    const folder = await Deno.realPath(await Deno.makeTempDir());
    await Deno.mkdir(`${folder}/web`);
    return new Project(folder);
  }

  get root(): string {
    return `${this.folder}/web`;
  }

  #read(): Journal {
    return Journal.open(`${this.folder}/journal.db`, { clock: this.#clock });
  }

  #open(): OwnFileKeeper {
    const { root: project, folder: home } = this;
    return new OwnFileKeeper(this.#journal, { agent: "web", project, home });
  }

  /** Judges a command; gives its number. */
  ask(command: string, decision: Decision = "allow"): number {
    this.#keeper.refresh();
    const request = { kind: "command", command, complete: true };
    const id = this.#journal.requests.record({
      ...{ agent: "web", pane: "%1", server: "1 1", fingerprint: command },
      ...{ request, summary: command, seen: Date.now() },
    });
    this.#keeper.note(id, request, undefined, decision);
    return id;
  }

  /** Answers a request, and does what it says if that is yes. */
  answer(
    id: number,
    work: () => void,
    outcome: RequestOutcome = "approved",
  ): void {
    const answer = outcome === "approved" ? "once" : "deny";
    this.#journal.requests.claim(id, "orch", answer);
    if (outcome === "approved") work();
    this.#journal.requests.close(id, "orch", outcome);
    this.#keeper.refresh();
  }

  /** Has the agent write a file. */
  write(name: string, text = "1\n"): void {
    const id = this.ask(`echo ${text.trim()} > ${name}`);
    this.answer(id, () => Deno.writeTextFileSync(`${this.root}/${name}`, text));
  }

  /** Whether a request that is judged now may take a file for the agent's. */
  owns(name: string, request = 0): boolean {
    this.#keeper.refresh();
    return this.#keeper.has(`${this.root}/${name}`, request);
  }

  /** Lets another monitor take over, as after `kill -9`. */
  restart(): void {
    this.#journal.close();
    this.#journal = this.#read();
    this.#keeper = this.#open();
  }

  tearDown(): void {
    this.#journal.agents.tearDown("web");
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#journal.close();
    await Deno.remove(this.folder, { recursive: true });
  }
}

/** Changes a file as someone else would, so that it can be seen. */
async function change(path: string): Promise<void> {
  await Deno.writeTextFile(path, "someone else's\n", { append: true });
}

Deno.test("a file that the agent made is its own, across monitors", async () => {
  await using project = await Project.make();
  project.write("try.py");
  assert.ok(project.owns("try.py"));
  assert.ok(!project.owns("other.py"));
  project.restart();
  assert.ok(project.owns("try.py"));
  project.tearDown();
  project.restart();
  assert.ok(!project.owns("try.py"), "forgotten with its agent");
});

Deno.test("what someone else has changed since is not the agent's own", async () => {
  await using project = await Project.make();
  project.write("try.py");
  await change(`${project.root}/try.py`);
  assert.ok(!project.owns("try.py"));
  project.restart();
  assert.ok(!project.owns("try.py"));
  project.write("next.py");
  project.restart();
  await Deno.remove(`${project.root}/next.py`);
  await Deno.writeTextFile(`${project.root}/next.py`, "1\n");
  assert.ok(!project.owns("next.py"), "another file of the same content");
});

Deno.test("what the agent itself changes stays its own", async () => {
  await using project = await Project.make();
  project.write("try.py");
  const id = project.ask("echo 2 >> try.py");
  project.answer(id, () => {
    const more = { append: true };
    Deno.writeTextFileSync(`${project.root}/try.py`, "2\n", more);
  });
  assert.ok(project.owns("try.py"));
  project.restart();
  assert.ok(project.owns("try.py"));
  const denied = project.ask("echo 3 >> try.py");
  await change(`${project.root}/try.py`);
  project.answer(denied, () => {}, "denied");
  assert.ok(!project.owns("try.py"), "it was told not to");
});

Deno.test("a folder is the agent's own as long as nobody else puts anything there", async () => {
  await using project = await Project.make();
  const id = project.ask("mkdir -p out/a");
  project.answer(
    id,
    () => Deno.mkdirSync(`${project.root}/out/a`, { recursive: true }),
  );
  assert.ok(project.owns("out"));
  assert.ok(project.owns("out/a"));
  const more = project.ask("echo 1 > out/a/b.txt");
  project.answer(
    more,
    () => Deno.writeTextFileSync(`${project.root}/out/a/b.txt`, "1"),
  );
  assert.ok(project.owns("out"));
  await change(`${project.root}/out/a/mine.txt`);
  assert.ok(!project.owns("out"));
});

Deno.test("nothing is the agent's own that was not done, or not by it", async () => {
  await using project = await Project.make();
  const denied = project.ask("touch no.py", "ask");
  await change(`${project.root}/no.py`);
  project.answer(denied, () => {}, "denied");
  assert.ok(!project.owns("no.py"));
  const waits = project.ask("touch later.py", "ask");
  await change(`${project.root}/later.py`);
  // Someone else was first while the request waited for its answer.
  project.ahead = 1000;
  project.answer(waits, () => {});
  assert.ok(!project.owns("later.py"));
  project.ask("touch open.py");
  project.restart();
  await change(`${project.root}/open.py`);
  assert.ok(!project.owns("open.py"), "its answer was never given");
  const unknown = project.ask("touch maybe.py");
  project.answer(unknown, () => {}, "unknown");
  await change(`${project.root}/maybe.py`);
  assert.ok(!project.owns("maybe.py"));
});

Deno.test("the request that deletes a file may be judged twice, and be denied", async () => {
  await using project = await Project.make();
  project.write("try.py");
  const id = project.ask("rm try.py", "ask");
  assert.ok(project.owns("try.py", id), "its dialog comes after its hook");
  assert.ok(!project.owns("try.py", id + 1));
  project.answer(id, () => {}, "denied");
  assert.ok(project.owns("try.py"));
  project.restart();
  assert.ok(project.owns("try.py"));
  const again = project.ask("rm try.py");
  project.answer(again, () => Deno.removeSync(`${project.root}/try.py`));
  project.restart();
  await change(`${project.root}/try.py`);
  assert.ok(!project.owns("try.py"), "another one, made since");
});

Deno.test("a file whose name looks secret is written down nowhere", async () => {
  await using project = await Project.make();
  const name = `ghp_${"aB3dE6gH9".repeat(4)}.txt`;
  project.write(name);
  assert.ok(project.owns(name));
  project.restart();
  assert.ok(!project.owns(name));
});
