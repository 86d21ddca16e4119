import assert from "node:assert/strict";
import { agents } from "../../../lib/agents/mod.ts";
import type { Client } from "./client.ts";
import { Reporting, type ReportingOptions } from "./reporting.ts";

/** How the test is to be run, and what is peculiar to the client. */
export interface AnswersByHookOptions extends ReportingOptions {
  /** What the model hears where an answer of no known kind counts as a no. */
  readonly unknownIsNo?: string;
  /**
   * Goes on with the client while what it reports is still heard.
   *
   * @param reporting The client, idle.
   */
  readonly more?: (reporting: Reporting) => Promise<void>;
}

/**
 * Answers a real client through its hooks: a yes and a no need no key, a no
 * brings its reason to the model; and whatever comes instead of an answer, or
 * if nobody is there to give one, the client asks at its pane.
 *
 * @param client The client.
 * @param options How.
 */
export async function answersByHook(
  client: Client,
  { unknownIsNo, more, ...options }: AnswersByHookOptions = {},
): Promise<void> {
  const { hooks } = agents[client.kind as keyof typeof agents];
  const word = (answer: Parameters<NonNullable<typeof hooks>["reply"]>[0]) =>
    JSON.stringify(hooks!.reply(answer));
  await using reporting = await Reporting.start(client, options);
  const { lab, listener } = reporting;
  await lab.started();

  const unknown = {
    text: word({ answer: "allow" }).replace('"allow"', '"maybe"'),
  };
  const undecided = [
    { text: word({ answer: "none" }) },
    { text: "<html>" },
    { text: "[7]" },
    ...unknownIsNo === undefined ? [unknown] : [],
    { status: 500, text: word({ answer: "allow" }) },
    { status: 401, text: "" },
  ];
  for (const [number, order] of undecided.entries()) {
    await listener.answer(order);
    await reporting.ask(`touch undecided-${number}`);
    await reporting.staysAsked(`touch undecided-${number}`);
    assert.ok(!await reporting.exists(`undecided-${number}`));
  }

  if (unknownIsNo !== undefined) {
    await listener.answer(unknown);
    await reporting.ask("touch unknown");
    await reporting.heard(unknownIsNo);
    await reporting.ended();
    assert.ok(!await reporting.exists("unknown"));
  }

  await listener.answer({ text: word({ answer: "allow" }) });
  const command = "printf '1.\tYes \"é\"\\n' > 'allowed here.txt'";
  await reporting.ask(command);
  const { call } = await reporting.told(
    "call",
    ({ call }) => call.command === command,
  );
  assert.equal(call.outcome, "approved");
  assert.ok(await reporting.exists("allowed here.txt"));
  const asked = await reporting.told(
    "permission",
    ({ request }) => request.command === command,
  );
  assert.equal(asked.directory, lab.project);
  const { session } = await reporting.told("session");
  assert.equal(asked.session, session);
  await reporting.told(
    "prompt",
    ({ text }) => text === "Please go on with touch undecided-0",
  );
  await reporting.told("turn-ended");
  await reporting.ended();

  const reason = "Don't: 日本語\nuse `npm ci`";
  await listener.answer({ text: word({ answer: "deny", reason }) });
  await reporting.ask("touch denied");
  for (const line of reason.split("\n")) await reporting.heard(line);
  await reporting.ended();
  assert.ok(!await reporting.exists("denied"));

  await more?.(reporting);

  // Nobody listens any more.
  await listener[Symbol.asyncDispose]();
  await reporting.ask("touch unheard");
  await reporting.staysAsked("touch unheard");
  assert.ok(!await reporting.exists("unheard"));
}
