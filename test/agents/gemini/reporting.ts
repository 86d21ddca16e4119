import assert from "node:assert/strict";
import { dirname } from "node:path";
import { agents, type HookEvent } from "../../../lib/agents/mod.ts";
import { AgentLab } from "../lab/agent_lab.ts";
import type { Client } from "../lab/client.ts";
import { HookListener } from "../lab/hook_listener.ts";

const port = 8102;
const secret = "c0ffee";

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
   * Starts a client with its hooks.
   *
   * @param client The client.
   */
  static async start(client: Client): Promise<Reporting> {
    const kind = client.kind as keyof typeof agents;
    let listener: HookListener | undefined;
    const lab = await AgentLab.start(client, {
      columns: 100,
      rows: 40,
      starter: async (lab) => {
        listener = await HookListener.start(await lab.inside(), port);
        const installation = agents[kind].hooks!.install({
          name: "dev",
          home: lab.home,
          project: lab.project,
          folder: `${lab.folder}/hooks of dev`,
          version: client.version,
          address: { url: `http://127.0.0.1:${port}/dev`, secret },
        });
        assert.ok(installation);
        for (const file of installation.files) {
          await Deno.mkdir(dirname(file.path), { recursive: true });
          await Deno.writeTextFile(file.path, file.add(undefined));
        }
        const variables = Object.entries(installation.environment)
          .map(([name, value]) => `${name}=${value}`);
        const { argv } = agents[kind].launch({
          project: lab.project,
          session: lab.session,
        });
        return ["env", ...variables, ...argv, ...installation.arguments];
      },
    });
    const reporting = new Reporting(lab, listener!);
    await lab.settled(client.isIdle, "the end of the start", 1500, 60_000);
    return reporting;
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

  /** Ends the client and the listener. */
  async [Symbol.asyncDispose](): Promise<void> {
    await using _listener = this.listener;
    await using _lab = this.lab;
  }
}
