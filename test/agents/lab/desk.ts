/**
 * What the tests of real clients do over and over: let one ask for something,
 * see it as orch does, and answer it as orch does.
 *
 * @module
 */
import assert from "node:assert/strict";
import {
  type Agent,
  agents,
  type AgentState,
  answer,
  type AnswerResult,
  confirm,
  type Outcome,
  type RecordedCall,
  type Request,
} from "../../../lib/agents/mod.ts";
import { systemClock } from "../../../lib/clock/mod.ts";
import { Tmux } from "../../../lib/tmux/mod.ts";
import { eventually } from "../../harness/mod.ts";
import { AgentLab, type LabOptions } from "./agent_lab.ts";
import type { Client } from "./client.ts";
import type { ToolCall } from "./model/turn.ts";
import { labIsPossible } from "./network_namespace.ts";
import { patience } from "./patience.ts";

const possible = await labIsPossible();

/** An answer reached its dialog, and the dialog went. */
export const sent = { status: "sent", gone: true } as const;

/** A real client that waits for its first prompt, and orch's view of it. */
export class Desk implements AsyncDisposable {
  /** Where the client runs. */
  readonly lab: AgentLab;
  /** What sees its pane. */
  readonly tmux: Tmux;
  /** What orch knows about it. */
  readonly agent: Agent;

  private constructor(lab: AgentLab, tmux: Tmux) {
    this.lab = lab;
    this.tmux = tmux;
    this.agent = agents[lab.client.kind as keyof typeof agents];
  }

  /**
   * Starts a client.
   *
   * @param client The client.
   * @param options How its lab is to be.
   */
  static async open(client: Client, options: LabOptions): Promise<Desk> {
    const lab = await AgentLab.start(client, options);
    try {
      return new Desk(lab, await Tmux.connect({ socket: lab.socket }));
    } catch (error) {
      await lab[Symbol.asyncDispose]();
      throw error;
    }
  }

  /** The pane as orch sees it. */
  async look(): Promise<AgentState> {
    return this.agent.read(await this.tmux.capture(this.lab.pane));
  }

  /** The dialog, once it is on the screen and drawn to its end. */
  async shown(): Promise<Request> {
    const { lab } = this;
    await lab.settled(
      (plain, escaped) => lab.client.mayAsk(plain, escaped),
      "a dialog",
      150,
    );
    const end = Date.now() + 1500;
    while (true) {
      const state = await this.look();
      const whole = state.state === "asking" && state.request.complete;
      // A busy machine draws half of a dialog, and the rest some time later.
      if (!whole && Date.now() < end) {
        await systemClock.sleep(50);
        continue;
      }
      if (state.state === "asking") return state.request;
      assert.fail(`${state.state}:\n${await lab.capture(false)}`);
    }
  }

  /** The calls in the client's own record, found as orch would find it. */
  async calls(): Promise<RecordedCall[]> {
    const { file, search, head, calls } = this.agent.records!;
    const { lab } = this;
    if (file) {
      const path = file(lab, lab.session);
      return calls(await Deno.readTextFile(path).catch(() => ""));
    }
    const { folder, name } = search!(lab);
    for (const path of await filesIn(folder)) {
      assert.match(path.split("/").at(-1)!, name);
      const text = await Deno.readTextFile(path);
      const found = head!(text.split("\n")[0]!);
      if (found?.project !== lab.project) continue;
      assert.equal(found.version, lab.place.version);
      return calls(text);
    }
    return [];
  }

  /** A dialog as the client's own record has it by now. */
  async confirmed(request: Request): Promise<Request> {
    return confirm(request, await this.calls());
  }

  /** The dialog, as the client's own record confirms it where it has one. */
  async asked(): Promise<Request> {
    let request = await this.shown();
    if (!this.agent.records?.file) return request;
    await eventually("the record of what is asked", async () => {
      request = await this.confirmed(request);
      return request.call !== undefined || this.lab.capture(false);
    }, patience);
    return request;
  }

  /** Lets the model call a tool, and waits for the dialog. */
  async call(tool: string, input: ToolCall["input"]): Promise<Request> {
    // A turn that still runs would ask at once, and take the Enter for a yes.
    await this.ended();
    await this.lab.model.clear();
    await this.lab.model.queue({ calls: [{ tool, input }] });
    await this.lab.say("Go on, please.");
    return await this.asked();
  }

  /** Lets it ask for a command, and waits for the dialog. */
  ask(command: string): Promise<Request> {
    const { tool, input } = this.lab.client.command(command, "Do it");
    return this.call(tool, input);
  }

  /** Answers a dialog as orch does. */
  reply(request: Request, meaning: "once" | "deny"): Promise<AnswerResult> {
    return answer({
      tmux: this.tmux,
      pane: this.lab.pane,
      agent: this.agent,
      request,
      meaning,
      marker: crypto.randomUUID(),
      clock: systemClock,
    });
  }

  /** Answers a dialog, which must take the answer and go. */
  async answers(
    request: Request,
    meaning: "once" | "deny",
    what?: string,
  ): Promise<void> {
    const result = await this.reply(request, meaning);
    assert.partialDeepStrictEqual(result, sent, what);
  }

  /** Waits until the turn has ended. */
  async ended(): Promise<void> {
    const { lab } = this;
    await lab.settled(
      (plain, escaped) => lab.client.isIdle(plain, escaped),
      "the end of the turn",
      200,
    );
  }

  /** Turns a dialog down as a person does, and waits until the turn has ended. */
  async leave(): Promise<void> {
    await this.lab.keys("Escape");
    await this.ended();
  }

  /** What became of a request, once the client's own record says so. */
  async outcomeOf(request: Request): Promise<Outcome> {
    let outcome: Outcome | undefined;
    await eventually(`an outcome of ${request.command}`, async () => {
      const calls = await this.calls();
      outcome = calls.find(({ id }) => id === request.call)?.outcome;
      return outcome !== undefined;
    }, patience);
    return outcome!;
  }

  /** Whether a file is in the project. */
  exists(name: string): Promise<boolean> {
    return Deno.stat(`${this.lab.project}/${name}`)
      .then(() => true, () => false);
  }

  /** Waits until a file is there, whose command has just been allowed. */
  appears(name: string): Promise<void> {
    return eventually(
      `${name} appears`,
      async () => await this.exists(name) || await this.lab.capture(false),
      patience,
    );
  }

  /** Ends the client. */
  async [Symbol.asyncDispose](): Promise<void> {
    await using _lab = this.lab;
    await using _tmux = this.tmux;
  }
}

/** The files below a folder; none if there is none. */
async function filesIn(folder: string): Promise<string[]> {
  try {
    const entries = await Array.fromAsync(Deno.readDir(folder));
    const found = entries.map(({ name, isDirectory }) => {
      const path = `${folder}/${name}`;
      return isDirectory ? filesIn(path) : [path];
    });
    return (await Promise.all(found)).flat();
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return [];
    throw error;
  }
}

/**
 * Tests a client at a desk of its own, once it waits for its first prompt.
 *
 * @param client The client.
 * @param name What holds.
 * @param options How its lab is to be.
 * @param work The test.
 */
export function atDesk(
  client: Client,
  name: string,
  options: LabOptions,
  work: (desk: Desk) => Promise<void>,
): void {
  const { label } = agents[client.kind as keyof typeof agents];
  Deno.test({
    name: `${label}: ${name}`,
    ignore: !possible,
    fn: async () => {
      await using desk = await Desk.open(client, options);
      await desk.lab.started();
      await work(desk);
    },
  });
}
