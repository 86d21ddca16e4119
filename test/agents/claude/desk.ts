/**
 * What the tests of the real Claude Code do over and over.
 *
 * @module
 */
import assert from "node:assert/strict";
import {
  answer,
  type AnswerResult,
  claude,
  confirm,
  type RecordedCall,
  type Request,
} from "../../../lib/agents/mod.ts";
import { systemClock } from "../../../lib/clock/mod.ts";
import { Tmux } from "../../../lib/tmux/mod.ts";
import { AgentLab, type LabOptions } from "../lab/agent_lab.ts";
import { labIsPossible } from "../lab/network_namespace.ts";
import { claudeClient } from "./client.ts";

/** Whether the real client can be run here. */
export const possible = await labIsPossible();

/** A test in a lab of its own. */
export function inLab(
  name: string,
  options: LabOptions,
  work: (lab: AgentLab, tmux: Tmux) => Promise<void>,
): void {
  Deno.test({
    name: `Claude Code: ${name}`,
    ignore: !possible,
    fn: async () => {
      await using lab = await AgentLab.start(claudeClient, options);
      await using tmux = await Tmux.connect({ socket: lab.socket });
      await lab.started();
      await work(lab, tmux);
    },
  });
}

/** The pane as orch sees it. */
export async function look(lab: AgentLab, tmux: Tmux) {
  return claude.read(await tmux.capture(lab.pane));
}

/** The calls in Claude's own record. */
export async function calls(lab: AgentLab): Promise<RecordedCall[]> {
  const file = claude.records!.file!(lab, lab.session);
  const tail = await Deno.readTextFile(file).catch(() => "");
  return claude.records!.calls(tail);
}

/** What became of a request, once the record says so. */
export async function outcomeOf(lab: AgentLab, request: Request) {
  for (const end = Date.now() + 10_000; Date.now() < end;) {
    const call = (await calls(lab)).find(({ id }) => id === request.call);
    if (call?.outcome) return call.outcome;
    await systemClock.sleep(20);
  }
  assert.fail(`The record holds no outcome of ${request.command}`);
}

/** A dialog once it is on the screen, as the record confirms it. */
export async function asked(lab: AgentLab, tmux: Tmux): Promise<Request> {
  const shown = await lab.until(
    (_, screen) => claude.read({ text: screen }).state === "asking",
    "a dialog",
  );
  const end = Date.now() + 5000;
  while (true) {
    const state = await look(lab, tmux);
    if (state.state !== "asking") {
      const { text } = await tmux.capture(lab.pane, { escapes: false });
      assert.fail(`${state.state} after\n${shown}\nnow\n${text}`);
    }
    const request = confirm(state.request, await calls(lab));
    const settled = request.call !== undefined && request.complete;
    if (settled || Date.now() > end) return request;
    await systemClock.sleep(20);
  }
}

/** A turn in which the model calls for a command. */
export const bash = (command: string, description = "Do it") => ({
  calls: [{ tool: "Bash", input: { command, description } }],
});

/** Lets Claude ask for a command. */
export async function ask(lab: AgentLab, tmux: Tmux, command: string) {
  await lab.model.queue(bash(command));
  await lab.say("Go on, please.");
  return await asked(lab, tmux);
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
    agent: claude,
    request,
    meaning,
    marker: crypto.randomUUID(),
    clock: systemClock,
    seen: systemClock.now(),
  });
}

/** One key was pressed and the dialog went. */
export const sent = { status: "sent", gone: true, attempts: 1 } as const;

/** Whether a file is in the project. */
export const exists = (lab: AgentLab, name: string) =>
  Deno.stat(`${lab.project}/${name}`).then(() => true, () => false);

/** Waits for something that shows on no screen. */
export async function eventually(
  holds: () => Promise<boolean>,
  what: string,
): Promise<void> {
  for (const end = Date.now() + 10_000; Date.now() < end;) {
    if (await holds()) return;
    await systemClock.sleep(20);
  }
  assert.fail(`Waited in vain for ${what}`);
}

/** Waits until a file is there, whose command has just been allowed. */
export const appears = (lab: AgentLab, name: string) =>
  eventually(() => exists(lab, name), name);
