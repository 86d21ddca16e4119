import assert from "node:assert/strict";
import { dirname } from "node:path";
import { agents, type HookEvent } from "../../../lib/agents/mod.ts";
import { AgentLab, type LabOptions } from "./agent_lab.ts";
import type { Client } from "./client.ts";
import { HookListener } from "./hook_listener.ts";

const port = 8102;
const secret = "c0ffee";

/** How the client is to be started. */
export interface ReportingOptions
  extends Omit<LabOptions, "starter" | "argv" | "columns" | "rows"> {
  /** Whether what it sends would go through a proxy. */
  readonly proxied?: boolean;
}

/** A real client that reports to a listener. */
export class Reporting implements AsyncDisposable {
  /** Where the client runs. */
  readonly lab: AgentLab;
  /** What it reports to. */
  readonly listener: HookListener;

  private constructor(lab: AgentLab, listener: HookListener) {
    this.lab = lab;
    this.listener = listener;
  }

  /**
   * Starts a client with its hooks, as orch does.
   *
   * @param client The client.
   * @param options How.
   */
  static async start(
    client: Client,
    { proxied = false, ...options }: ReportingOptions = {},
  ): Promise<Reporting> {
    const agent = agents[client.kind as keyof typeof agents];
    let listener: HookListener | undefined;
    try {
      const lab = await AgentLab.start(client, {
        ...options,
        columns: 100,
        rows: 40,
        starter: async (lab) => {
          listener = await HookListener.start(await lab.inside(), port);
          const installation = agent.hooks!.install({
            name: "dev",
            home: lab.home,
            project: lab.project,
            folder: `${lab.folder}/hooks of dev`,
            version: lab.place.version,
            ...proxied && { proxied },
            address: { url: `http://127.0.0.1:${port}/dev`, secret },
          });
          assert.ok(installation);
          for (const file of installation.files) {
            await Deno.mkdir(dirname(file.path), { recursive: true });
            await Deno.writeTextFile(file.path, file.add(undefined));
          }
          const { argv, environment } = agent.launch({
            project: lab.project,
            session: lab.session,
          });
          const variables = { ...environment, ...installation.environment };
          return [
            "env",
            ...Object.entries(variables)
              .map(([name, value]) => `${name}=${value}`),
            ...argv,
            ...installation.arguments,
            ...options.arguments ?? [],
          ];
        },
      });
      return new Reporting(lab, listener!);
    } catch (error) {
      await listener?.[Symbol.asyncDispose]();
      throw error;
    }
  }

  /** What it has reported, as orch reads it. */
  get events(): HookEvent[] {
    const { hooks } = agents[this.lab.client.kind as keyof typeof agents];
    return this.listener.reports.flatMap(({ authorization, body }) => {
      assert.equal(authorization, `Bearer ${secret}`);
      return hooks!.read(JSON.parse(body)) ?? [];
    });
  }

  /** Waits for a report. */
  async told<E extends HookEvent["event"]>(
    event: E,
    fits: (event: Extract<HookEvent, { event: E }>) => boolean = () => true,
  ): Promise<Extract<HookEvent, { event: E }>> {
    const find = () =>
      this.events.find((one): one is Extract<HookEvent, { event: E }> =>
        one.event === event && fits(one as Extract<HookEvent, { event: E }>)
      );
    await this.lab.until(() => find() !== undefined, `a report of ${event}`);
    return find()!;
  }

  /** Has a command asked for. */
  async ask(command: string): Promise<void> {
    await this.lab.model.clear();
    await this.lab.model.queue({ calls: [this.lab.client.command(command)] });
    await this.lab.say(`Please go on with ${command}`);
  }

  /** Sees that a command has its dialog, and turns it down as a person does. */
  async staysAsked(command: string): Promise<void> {
    const { client } = this.lab;
    const agent = agents[client.kind as keyof typeof agents];
    const text = await this.lab.settled(
      (plain, escaped) => client.mayAsk(plain, escaped),
      `the dialog for ${command}`,
    );
    const state = agent.read({ text, columns: 100, rows: 40 });
    assert.ok(state.state === "asking" && state.request.complete, text);
    assert.equal(state.request.command, command);
    await this.lab.keys("Escape");
    await this.ended();
  }

  /** Waits until the turn has ended. */
  async ended(): Promise<void> {
    const { client } = this.lab;
    await this.lab.settled(
      (plain, escaped) => client.isIdle(plain, escaped),
      "the end of the turn",
      200,
    );
  }

  /** Waits until the model hears something, as a result or as a message. */
  async heard(words: string): Promise<void> {
    const { model } = this.lab;
    // Some wrap what a hook says in JSON.
    const forms = [words, JSON.stringify(words).slice(1, -1)];
    await this.lab.until(
      () =>
        [...model.prompts, ...model.results.map(({ text }) => text)]
          .some((text) => forms.some((form) => text.includes(form))),
      `the model to hear ${words}`,
    );
  }

  /** Whether a file is in the project. */
  exists(name: string): Promise<boolean> {
    return Deno.stat(`${this.lab.project}/${name}`)
      .then(() => true, () => false);
  }

  /** Ends the client and the listener. */
  async [Symbol.asyncDispose](): Promise<void> {
    await using _listener = this.listener;
    await using _lab = this.lab;
  }
}
