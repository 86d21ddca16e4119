/**
 * What the tests of the real OpenCode do over and over.
 *
 * @module
 */
import assert from "node:assert/strict";
import {
  answer,
  type AnswerResult,
  opencode,
  type Request,
} from "../../../lib/agents/mod.ts";
import { systemClock } from "../../../lib/clock/mod.ts";
import { Tmux } from "../../../lib/tmux/mod.ts";
import { AgentLab, type LabOptions } from "../lab/agent_lab.ts";
import { labIsPossible } from "../lab/network_namespace.ts";
import { opencodeClient } from "./client.ts";

/** Whether the real client can be run here. */
export const possible = await labIsPossible();

/** A test in a lab of its own. */
export function inLab(
  name: string,
  options: LabOptions,
  work: (lab: AgentLab, tmux: Tmux) => Promise<void>,
): void {
  Deno.test({
    name: `OpenCode: ${name}`,
    ignore: !possible,
    fn: async () => {
      await using lab = await AgentLab.start(opencodeClient, options);
      await using tmux = await Tmux.connect({ socket: lab.socket });
      await lab.started();
      await work(lab, tmux);
    },
  });
}

/** The pane as orch sees it. */
export async function look(lab: AgentLab, tmux: Tmux) {
  return opencode.read(await tmux.capture(lab.pane));
}

/** A dialog once it is on the screen and settled. */
export async function asked(lab: AgentLab, tmux: Tmux): Promise<Request> {
  await lab.settled(
    (_, text) => opencode.read({ text }).state === "asking",
    "a dialog",
    200,
  );
  const state = await look(lab, tmux);
  if (state.state !== "asking") assert.fail(state.state);
  return state.request;
}

/** Lets the model call a tool. */
export async function call(
  lab: AgentLab,
  tmux: Tmux,
  tool: string,
  input: Record<string, unknown>,
): Promise<Request> {
  await lab.model.clear();
  await lab.model.queue({ calls: [{ tool, input }] });
  await lab.say("Go on, please.");
  return await asked(lab, tmux);
}

/** Lets it ask for a command. */
export function ask(lab: AgentLab, tmux: Tmux, command: string) {
  return call(lab, tmux, "bash", { command, description: "Do it" });
}

/** Answers a dialog as orch does. */
export function reply(
  lab: AgentLab,
  tmux: Tmux,
  request: Request,
  meaning: "once" | "deny",
): Promise<AnswerResult> {
  return answer({
    tmux,
    pane: lab.pane,
    agent: opencode,
    request,
    meaning,
    marker: crypto.randomUUID(),
    clock: systemClock,
    seen: systemClock.now(),
  });
}

/** Turns a dialog down at the pane and waits until the turn has ended. */
export async function leave(lab: AgentLab): Promise<void> {
  await lab.keys("Escape");
  await ended(lab);
}

/** Waits until the turn has ended. */
export async function ended(lab: AgentLab): Promise<void> {
  await lab.settled(
    (_, text) => opencode.read({ text }).state === "idle",
    "the end of the turn",
    200,
  );
}

/** The key was pressed, again where it showed nothing at once, and the dialog went. */
export const sent = { status: "sent", gone: true } as const;

/** Whether a file is in the project. */
export const exists = (lab: AgentLab, name: string) =>
  Deno.stat(`${lab.project}/${name}`).then(() => true, () => false);

/** Waits for something that shows on no screen. */
export async function eventually(
  holds: () => Promise<boolean> | boolean,
  what: string,
): Promise<void> {
  for (const end = Date.now() + 60_000; Date.now() < end;) {
    if (await holds()) return;
    await systemClock.sleep(20);
  }
  assert.fail(`Waited in vain for ${what}`);
}

/** Waits until a file is there, whose command has just been allowed. */
export const appears = (lab: AgentLab, name: string) =>
  eventually(() => exists(lab, name), name);
