import assert from "node:assert/strict";
import { dirname } from "node:path";
import { codex, type HookEvent } from "../../../lib/agents/mod.ts";
import { exists } from "./desk.ts";
import { AgentLab } from "../lab/agent_lab.ts";
import { HookListener } from "../lab/hook_listener.ts";
import { labIsPossible } from "../lab/network_namespace.ts";
import { codexClient } from "./client.ts";

const port = 8102;
const secret = "c0ffee";
const hooks = codex.hooks!;
const word = (answer: Parameters<typeof hooks.reply>[0]) =>
  JSON.stringify(hooks.reply(answer));

/** A hook of the person's own, and where it leaves a trace. */
const ownHook = (home: string) =>
  JSON.stringify({
    hooks: {
      Stop: [{
        hooks: [{ type: "command", command: `touch ${home}/own-hook-ran` }],
      }],
    },
  });

/** A real Codex that reports to a listener. */
class Reporting implements AsyncDisposable {
  readonly lab: AgentLab;
  readonly listener: HookListener;

  private constructor(lab: AgentLab, listener: HookListener) {
    this.lab = lab;
    this.listener = listener;
  }

  static async start(
    files: (home: string) => Record<string, string> = () => ({}),
  ): Promise<Reporting> {
    let listener: HookListener | undefined;
    const lab = await AgentLab.start(codexClient, {
      columns: 100,
      rows: 40,
      files: ({ home }) => files(home),
      starter: async (lab) => {
        listener = await HookListener.start(await lab.inside(), port);
        const installation = hooks.install({
          name: "dev",
          home: lab.home,
          project: lab.project,
          folder: `${lab.folder}/hooks of dev`,
          version: codexClient.version,
          address: { url: `http://127.0.0.1:${port}/dev`, secret },
        });
        assert.ok(installation);
        for (const file of installation.files) {
          await Deno.mkdir(dirname(file.path), { recursive: true });
          await Deno.writeTextFile(file.path, file.add(undefined));
        }
        const variables = Object.entries(installation.environment)
          .map(([name, value]) => `${name}=${value}`);
        return ["env", ...variables, "codex", ...installation.arguments];
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
    await this.lab.model.queue({ calls: [codexClient.command(command)] });
    await this.lab.say(`Please go on with ${command}`);
  }

  /** Sees that a command has its dialog, and turns it down. */
  async staysAsked(command: string): Promise<void> {
    const screen = await this.lab.settled((_, text) => {
      const state = codex.read({ text, columns: 100 });
      return state.state === "asking" && state.request.command === command;
    }, `the dialog for ${command}`);
    const state = codex.read({ text: screen, columns: 100 });
    assert.ok(state.state === "asking" && state.request.complete);
    await this.lab.keys("Escape");
    await this.lab.settled(
      (plain, escaped) => codexClient.isIdle(plain, escaped),
      "the end of the turn",
      200,
    );
  }

  /** Waits for what becomes of a command. */
  async result(command: string) {
    const find = () =>
      this.lab.model.results.find(({ call }) => call?.input["cmd"] === command);
    await this.lab.until(() => find() !== undefined, `${command} to end`);
    return find()!;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.lab[Symbol.asyncDispose]();
    await this.listener[Symbol.asyncDispose]();
  }
}

Deno.test({
  name: "Codex takes answers to its hooks, and none for one",
  ignore: !await labIsPossible(),
  fn: async () => {
    await using reporting = await Reporting.start();
    const { lab, listener } = reporting;
    await lab.started();

    // Nothing decided: it shows its dialog, whatever comes instead.
    const undecided = [
      { text: word({ answer: "none" }) },
      { text: "<html>" },
      { text: "[7]" },
      { text: word({ answer: "allow" }).replace('"allow"', '"maybe"') },
      { status: 500, text: word({ answer: "allow" }) },
      { status: 401, text: "" },
    ];
    for (const [number, order] of undecided.entries()) {
      await listener.answer(order);
      await reporting.ask(`touch undecided-${number}`);
      await reporting.staysAsked(`touch undecided-${number}`);
      assert.ok(!await exists(lab, `undecided-${number}`));
    }
    const { session, record } = await reporting.told("session");
    assert.ok(record?.endsWith(`-${session}.jsonl`), record);

    await listener.answer({ text: word({ answer: "allow" }) });
    const command = "printf '1.\tYes\\n' > 'allowed here.txt'";
    await reporting.ask(command);
    await reporting.result(command);
    assert.ok(await exists(lab, "allowed here.txt"));
    const asked = await reporting.told(
      "permission",
      ({ request }) => request.command === command,
    );
    assert.equal(asked.session, session);
    assert.equal(asked.directory, lab.project);
    const { call } = await reporting.told(
      "call",
      ({ call }) => call.command === command,
    );
    assert.equal(call.outcome, "approved");
    await reporting.told(
      "prompt",
      ({ text }) => text === `Please go on with ${command}`,
    );
    await reporting.told("turn-ended");

    const reason = 'Not "now": 日本語\nuse `npm ci`';
    await lab.started();
    await listener.answer({ text: word({ answer: "deny", reason }) });
    await reporting.ask("touch denied");
    const { text } = await reporting.result("touch denied");
    assert.ok(text.includes("use `npm ci`"), text);
    assert.ok(!await exists(lab, "denied"));

    // Nobody listens any more.
    await listener[Symbol.asyncDispose]();
    await lab.started();
    await reporting.ask("touch unheard");
    await reporting.staysAsked("touch unheard");
    assert.ok(!await exists(lab, "unheard"));
  },
});

Deno.test({
  name: "Codex asks about a hook of the person's own, and trusts orch's alone",
  ignore: !await labIsPossible(),
  fn: async () => {
    await using reporting = await Reporting.start((home) => ({
      ".codex/hooks.json": ownHook(home),
    }));
    const { lab } = reporting;
    const screen = await lab.settled(
      (plain) => plain.includes("Hooks need review"),
      "the review",
    );
    assert.match(screen, /1 hook is new or changed/);
    await lab.keys("Down", "Down");
    await lab.settled((plain) => plain.includes("› 3. "), "the third row", 200);
    await lab.keys("Enter");
    await lab.started();
    await lab.say("Hello.");
    await reporting.told("turn-ended");
    assert.ok(!await exists({ project: lab.home }, "own-hook-ran"));
    const settings = `${lab.home}/.codex/config.toml`;
    assert.doesNotMatch(await Deno.readTextFile(settings), /trusted_hash/);
  },
});
