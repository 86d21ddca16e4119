/**
 * The real OpenCode with orch's plugin: what it reports, what becomes of the
 * answers, and what it does when nobody gives one.
 */
import assert from "node:assert/strict";
import { dirname } from "node:path";
import { type HookEvent, opencode } from "../../../lib/agents/mod.ts";
import { AgentLab, type LabOptions } from "../lab/agent_lab.ts";
import { HookListener } from "../lab/hook_listener.ts";
import { opencodeClient } from "./client.ts";
import { eventually, exists, possible } from "./desk.ts";

const port = 8102;
const secret = "c0ffee";
const hooks = opencode.hooks!;
const word = (answer: Parameters<typeof hooks.reply>[0]) =>
  JSON.stringify(hooks.reply(answer));

interface Reporting {
  readonly lab: AgentLab;
  readonly listener: HookListener;
  readonly events: () => HookEvent[];
}

async function reporting(
  options: LabOptions,
  work: (reporting: Reporting) => Promise<void>,
): Promise<void> {
  let listener: HookListener | undefined;
  await using lab = await AgentLab.start(opencodeClient, {
    columns: 100,
    rows: 40,
    ...options,
    starter: async (lab) => {
      listener = await HookListener.start(await lab.inside(), port);
      const installation = hooks.install({
        name: "dev",
        home: lab.home,
        project: lab.project,
        folder: `${lab.folder}/hooks of dev`,
        version: opencodeClient.version,
        address: { url: `http://127.0.0.1:${port}/dev`, secret },
      });
      assert.ok(installation);
      for (const file of installation.files) {
        await Deno.mkdir(dirname(file.path), { recursive: true });
        await Deno.writeTextFile(file.path, file.add(undefined));
      }
      const { argv, environment } = opencode.launch({ project: lab.project });
      return [
        "env",
        ...Object.entries({ ...environment, ...installation.environment })
          .map(([name, value]) => `${name}=${value}`),
        ...argv,
      ];
    },
  });
  try {
    await lab.started();
    const events = () =>
      listener!.reports.flatMap(({ authorization, body }) => {
        assert.equal(authorization, `Bearer ${secret}`);
        return hooks.read(JSON.parse(body)) ?? [];
      });
    await work({ lab, listener: listener!, events });
  } finally {
    await listener?.[Symbol.asyncDispose]();
  }
}

async function ask(lab: AgentLab, command: string): Promise<void> {
  await lab.model.clear();
  await lab.model.queue({ calls: [opencodeClient.command(command)] });
  await lab.say(`Please go on with ${command}`);
}

/** Waits for a report. */
const told = (
  { events }: Reporting,
  fits: (event: HookEvent) => boolean,
  what: string,
) => eventually(() => events().some(fits), what);

const idle = (lab: AgentLab) =>
  lab.settled(
    (plain, escaped) => lab.client.isIdle(plain, escaped),
    "the end of the turn",
    200,
  );

Deno.test({
  name: "OpenCode: answers by its plugin need no key",
  ignore: !possible,
  fn: () =>
    reporting({
      // What goes through a proxy would never arrive.
      environment: {
        HTTP_PROXY: "http://127.0.0.1:9",
        NO_PROXY: "127.0.0.1:8101",
      },
    }, async (all) => {
      const { lab, listener, events } = all;
      await listener.answer({ text: word({ answer: "allow" }) });
      const command = "printf 'é \"quoted\"\\n' > allowed\ntouch second";
      await ask(lab, command);
      await eventually(() => exists(lab, "second"), "the command to run")
        .catch(async (error) => {
          throw new Error(`${error.message}\n${await lab.capture(false)}`);
        });
      await told(all, ({ event }) => event === "turn-ended", "the turn's end");
      const seen = events();
      const asked = seen.find(({ event }) => event === "permission");
      assert.ok(asked?.event === "permission");
      assert.equal(asked.request.kind, "command");
      assert.equal(asked.request.command, command);
      assert.equal(asked.directory, lab.project);
      assert.match(asked.session ?? "", /^ses_/);
      const session = seen.find(({ event }) => event === "session");
      assert.ok(session?.event === "session");
      assert.equal(session.session, asked.session);
      const prompt = seen.find(({ event }) => event === "prompt");
      assert.ok(prompt?.event === "prompt");
      assert.ok(prompt.text.startsWith("Please go on with printf"));
      const call = seen.find(({ event }) => event === "call");
      assert.ok(call?.event === "call");
      assert.equal(call.call.id, asked.request.call);
      assert.equal(call.call.outcome, "approved");
      await idle(lab);

      await listener.answer({
        text: word({ answer: "deny", reason: "Not like this, please." }),
      });
      await ask(lab, "touch denied");
      await eventually(
        () =>
          lab.model.results.some(({ text }) =>
            text.includes("Not like this, please.")
          ),
        "the reason to reach the model",
      );
      await idle(lab);
      assert.equal(await exists(lab, "denied"), false);
      await told(
        all,
        (event) => event.event === "call" && event.call.outcome === "denied",
        "the report of the no",
      );
    }),
});

Deno.test({
  name: "OpenCode: without an answer its panel stays for a person",
  ignore: !possible,
  fn: () =>
    reporting({}, async (all) => {
      const { lab, listener } = all;
      const orders = [
        { text: word({ answer: "none" }) },
        { text: "<html>" },
        { text: '{"answer":"maybe"}' },
        { status: 500, text: word({ answer: "allow" }) },
      ];
      for (const [number, order] of orders.entries()) {
        await listener.answer(order);
        await ask(lab, `touch undecided-${number}`);
        const screen = await lab.settled((_, text) => {
          const state = opencode.read({ text });
          return state.state === "asking" && state.request.complete;
        }, "the panel");
        const state = opencode.read({ text: screen, columns: 100 });
        assert.ok(state.state === "asking");
        assert.equal(state.request.command, `touch undecided-${number}`);
        await lab.keys("Escape");
        await idle(lab);
        assert.equal(await exists(lab, `undecided-${number}`), false);
      }
      // What a person does at the pane is reported.
      await told(
        all,
        (event) => event.event === "call" && event.call.outcome === "denied",
        "the report of the no",
      );
      // Nobody listens any more.
      await listener[Symbol.asyncDispose]();
      await ask(lab, "touch alone");
      await lab.settled((plain) => /Allow once/.test(plain), "the panel");
      await lab.keys("Enter");
      await eventually(() => exists(lab, "alone"), "the person's yes");
    }),
});
