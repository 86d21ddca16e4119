import assert from "node:assert/strict";
import { dirname } from "node:path";
import { claude, type HookEvent } from "../../../lib/agents/mod.ts";
import { AgentLab } from "../lab/agent_lab.ts";
import { HookListener } from "../lab/hook_listener.ts";
import { labIsPossible } from "../lab/network_namespace.ts";
import { claudeClient } from "./client.ts";

const port = 8102;
const secret = "c0ffee";
const hooks = claude.hooks!;
const word = (answer: Parameters<typeof hooks.reply>[0]) =>
  JSON.stringify(hooks.reply(answer));

/** A real Claude Code that reports to a listener. */
class Reporting implements AsyncDisposable {
  readonly lab: AgentLab;
  readonly listener: HookListener;

  private constructor(lab: AgentLab, listener: HookListener) {
    this.lab = lab;
    this.listener = listener;
  }

  static async start(
    version: string,
    more: readonly string[] = [],
    proxy?: string,
  ): Promise<Reporting> {
    let listener: HookListener | undefined;
    const lab = await AgentLab.start(claudeClient, {
      version,
      columns: 100,
      rows: 40,
      ...proxy !== undefined && { environment: { HTTP_PROXY: proxy } },
      starter: async (lab) => {
        listener = await HookListener.start(await lab.inside(), port);
        const installation = hooks.install({
          name: "dev",
          home: lab.home,
          project: lab.project,
          folder: `${lab.folder}/hooks of dev`,
          version,
          ...proxy !== undefined && { proxied: true },
          address: { url: `http://127.0.0.1:${port}/dev`, secret },
        });
        assert.ok(installation);
        for (const file of installation.files) {
          await Deno.mkdir(dirname(file.path), { recursive: true });
          await Deno.writeTextFile(file.path, file.add(undefined));
        }
        return [
          "claude",
          ...claudeClient.arguments(lab.place),
          ...installation.arguments,
          ...more,
        ];
      },
    });
    return new Reporting(lab, listener!);
  }

  /** What it has reported, as orch reads it. */
  get events(): HookEvent[] {
    return this.listener.reports.flatMap(({ authorization, body }) => {
      assert.equal(authorization, `Bearer ${secret}`);
      return hooks.read(JSON.parse(body)) ?? [];
    });
  }

  /** Waits for a report. */
  async told<E extends HookEvent["event"]>(
    event: E,
    fits: (event: Extract<HookEvent, { event: E }>) => boolean = () => true,
  ): Promise<Extract<HookEvent, { event: E }>> {
    const find = () =>
      this.events.find((one): one is Extract<HookEvent, { event: E }> =>
        one.event === event &&
        fits(one as Extract<HookEvent, { event: E }>)
      );
    await this.lab.until(() => find() !== undefined, `a report of ${event}`);
    return find()!;
  }

  /** Has a command asked for. */
  async ask(command: string): Promise<void> {
    await this.lab.model.queue({ calls: [claudeClient.command(command)] });
    await this.lab.say(`Please go on with ${command}`);
  }

  /** Sees that a command has its dialog, and turns it down. */
  async staysAsked(command: string): Promise<void> {
    const screen = await this.lab.settled((_, text) => {
      const state = claude.read({ text });
      return state.state === "asking" && state.request.command === command;
    }, `the dialog for ${command}`);
    const state = claude.read({ text: screen });
    assert.ok(state.state === "asking" && state.request.complete);
    await this.lab.keys("Escape");
    await this.lab.settled(
      (plain, escaped) => claudeClient.isIdle(plain, escaped),
      "the end of the turn",
      200,
    );
  }

  /** Waits for what becomes of a command. */
  async result(command: string) {
    const find = () =>
      this.lab.model.results.find(({ call }) =>
        call?.input["command"] === command
      );
    await this.lab.until(() => find() !== undefined, `${command} to end`);
    return find()!;
  }

  async exists(name: string): Promise<boolean> {
    return await Deno.stat(`${this.lab.project}/${name}`)
      .then(() => true, () => false);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.lab[Symbol.asyncDispose]();
    await this.listener[Symbol.asyncDispose]();
  }
}

/** Goes through all that can be answered. */
async function answers(version: string): Promise<void> {
  await using claudeCode = await Reporting.start(version);
  const { lab, listener } = claudeCode;
  await lab.started();
  const { session } = await claudeCode.told("session");
  assert.equal(session, lab.session);

  // Nothing decided: the dialog stays, whatever comes instead of an answer.
  const undecided = [
    { text: word({ answer: "none" }) },
    { text: "<html>" },
    { text: "[7]" },
    {
      text: word({ answer: "allow" }).replace('"allow"', '"maybe"'),
    },
    { status: 500, text: word({ answer: "allow" }) },
    { status: 401, text: "" },
  ];
  for (const [number, order] of undecided.entries()) {
    await listener.answer(order);
    await claudeCode.ask(`touch undecided-${number}`);
    await claudeCode.staysAsked(`touch undecided-${number}`);
    assert.ok(!await claudeCode.exists(`undecided-${number}`));
  }

  await listener.answer({ text: word({ answer: "allow" }) });
  const command = "printf '1. Yes\\n' > 'allowed here.txt'";
  await claudeCode.ask(command);
  await claudeCode.result(command);
  assert.ok(await claudeCode.exists("allowed here.txt"));
  const asked = await claudeCode.told(
    "permission",
    ({ request }) => request.command === command,
  );
  assert.equal(asked.session, lab.session);
  assert.equal(asked.directory, lab.project);
  const { call } = await claudeCode.told(
    "call",
    ({ call }) => call.command === command,
  );
  assert.equal(call.outcome, "approved");
  const prompt = await claudeCode.told(
    "prompt",
    ({ text }) => text === `Please go on with ${command}`,
  );
  assert.equal(prompt.session, lab.session);

  const reason = 'Not "now": 日本語\nuse `npm ci`';
  await listener.answer({ text: word({ answer: "deny", reason }) });
  await claudeCode.ask("touch denied");
  const { text, failed } = await claudeCode.result("touch denied");
  assert.ok(failed);
  assert.ok(text.includes(reason), text);
  assert.ok(!await claudeCode.exists("denied"));

  // What the person begins anew is told as well.
  await lab.started();
  await lab.say("/clear");
  const next = await claudeCode.told(
    "session",
    ({ session }) => session !== lab.session,
  );
  assert.ok(next.record?.endsWith(`/${next.session}.jsonl`), next.record);

  // Nobody listens any more.
  await listener[Symbol.asyncDispose]();
  await lab.started();
  await claudeCode.ask("touch unheard");
  await claudeCode.staysAsked("touch unheard");
  assert.ok(!await claudeCode.exists("unheard"));
}

for (const version of ["2.1.330", "2.1.197", "2.0.76"]) {
  Deno.test({
    name: `Claude Code ${version} takes answers to its hooks, and none for one`,
    ignore: !await labIsPossible(),
    fn: () => answers(version),
  });
}

Deno.test({
  name: "Claude Code keeps the person's own settings besides orch's hooks",
  ignore: !await labIsPossible(),
  fn: async () => {
    const settings = JSON.stringify({
      permissions: { allow: ["Bash(touch mine)"] },
    });
    await using claudeCode = await Reporting.start("2.1.330", [
      ...["--settings", settings],
      ...["--", "The first prompt"],
    ]);
    const { lab } = claudeCode;
    const { text } = await claudeCode.told("prompt");
    assert.equal(text, "The first prompt");
    await lab.started();
    await claudeCode.ask("touch mine");
    await claudeCode.result("touch mine");
    assert.ok(await claudeCode.exists("mine"));
    assert.deepEqual(
      claudeCode.events.filter(({ event }) => event === "permission"),
      [],
    );
  },
});

Deno.test({
  name: "Claude Code sends no report through a proxy",
  ignore: !await labIsPossible(),
  fn: async () => {
    // Nothing listens there, so that not even the model is reached.
    const proxy = "http://127.0.0.1:9";
    await using claudeCode = await Reporting.start("2.1.330", [], proxy);
    const { lab } = claudeCode;
    assert.equal((await claudeCode.told("session")).session, lab.session);
    await lab.started();
    await lab.say("Is anybody there?");
    const { text } = await claudeCode.told("prompt");
    assert.equal(text, "Is anybody there?");
  },
});
