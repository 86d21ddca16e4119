/**
 * What the tests of the real Codex do over and over.
 *
 * @module
 */
import assert from "node:assert/strict";
import {
  answer,
  type AnswerResult,
  codex,
  confirm,
  type RecordedCall,
  type Request,
} from "../../../lib/agents/mod.ts";
import { systemClock } from "../../../lib/clock/mod.ts";
import { Tmux } from "../../../lib/tmux/mod.ts";
import { AgentLab, type LabOptions } from "../lab/agent_lab.ts";
import { labIsPossible } from "../lab/network_namespace.ts";
import { codexClient } from "./client.ts";

/** Whether the real client can be run here. */
export const possible: boolean = await labIsPossible();

/** A test in a lab of its own. */
export function inLab(
  name: string,
  options: LabOptions,
  work: (lab: AgentLab, tmux: Tmux) => Promise<void>,
): void {
  Deno.test({
    name: `Codex: ${name}`,
    ignore: !possible,
    fn: async () => {
      await using lab = await AgentLab.start(codexClient, options);
      await using tmux = await Tmux.connect({ socket: lab.socket });
      await lab.started();
      await work(lab, tmux);
    },
  });
}

/** Whether there is a file in the project. */
export async function exists(
  { project }: { readonly project: string },
  name: string,
): Promise<boolean> {
  return await Deno.stat(`${project}/${name}`).then(() => true, () => false);
}

/** The files below a folder. */
async function filesIn(folder: string): Promise<string[]> {
  const found: string[] = [];
  for await (const entry of Deno.readDir(folder)) {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory) found.push(...await filesIn(path));
    else found.push(path);
  }
  return found;
}

/** The record of the lab's conversation, found as orch would find it. */
export async function recordOf(lab: AgentLab): Promise<string | undefined> {
  const { folder, name } = codex.records!.search!(lab);
  const files = await filesIn(folder).catch(() => []);
  for (const file of files) {
    assert.match(file.split("/").at(-1)!, name);
    const text = await Deno.readTextFile(file);
    const head = codex.records!.head!(text.split("\n")[0]!);
    if (head?.project !== lab.project) continue;
    assert.equal(head.version, lab.place.version);
    return text;
  }
  return undefined;
}

/** The calls in Codex's own record. */
export async function calls(lab: AgentLab): Promise<RecordedCall[]> {
  return codex.records!.calls(await recordOf(lab) ?? "");
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

/** A dialog once it is on the screen, as it is read. */
export async function seen(lab: AgentLab, tmux: Tmux): Promise<Request> {
  await lab.settled(
    (plain, escaped) => lab.client.mayAsk(plain, escaped),
    "a dialog",
    100,
  );
  const state = codex.read(await tmux.capture(lab.pane));
  if (state.state !== "asking") {
    assert.fail(`${state.state}:\n${await lab.capture(false)}`);
  }
  return state.request;
}

/** Lets Codex ask for a command, and gives the dialog as the record has it. */
export async function ask(
  lab: AgentLab,
  tmux: Tmux,
  command: string,
): Promise<{ shown: Request; request: Request }> {
  await lab.ask(command);
  const shown = await seen(lab, tmux);
  return { shown, request: confirm(shown, await calls(lab)) };
}

/** Answers a dialog as the monitor would. */
export async function reply(
  lab: AgentLab,
  tmux: Tmux,
  request: Request,
  meaning: "once" | "deny",
): Promise<AnswerResult> {
  const result = await answer({
    tmux,
    pane: lab.pane,
    agent: codex,
    request,
    meaning,
    marker: crypto.randomUUID(),
    clock: systemClock,
    seen: Date.now(),
  });
  await lab.settled(
    (plain, escaped) => lab.client.isIdle(plain, escaped),
    "the end of the turn",
    200,
  );
  return result;
}

/** An answer that took one key. */
export const sent = { status: "sent", gone: true, attempts: 1 } as const;
