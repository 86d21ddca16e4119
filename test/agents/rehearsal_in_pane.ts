import { rehearsal, type Script } from "../../lib/agents/rehearsal/mod.ts";
import type { AgentState, Request } from "../../lib/agents/mod.ts";
import { TestTmux } from "../harness/test_tmux.ts";

/** How long a state is waited for, in milliseconds. */
export const patience = 15_000;

/** The conversation that rehearsals are in. */
export const session = "3f0c8d9e-0000-4000-8000-000000000001";

/** A rehearsal in a pane of its own. */
export class Rehearsal implements AsyncDisposable {
  readonly server: TestTmux;
  readonly project: string;
  readonly pane: string;

  private constructor(server: TestTmux, project: string, pane: string) {
    this.server = server;
    this.project = project;
    this.pane = pane;
  }

  static async start(
    script: Script,
    options: { columns?: number; rows?: number; prompt?: string } = {},
  ): Promise<Rehearsal> {
    const server = await TestTmux.start(options);
    const project = `${server.directory}/project`;
    await Deno.mkdir(project);
    const file = `${server.directory}/script.json`;
    await Deno.writeTextFile(file, JSON.stringify(script));
    const { argv } = rehearsal.launch({
      project,
      session,
      ...options.prompt === undefined ? {} : { prompt: options.prompt },
      arguments: ["--script", file],
    });
    await server.tmux(...["set-option", "-g", "remain-on-exit", "on"]);
    const pane = await server.tmux(
      ...["new-window", "-P", "-F", "#{pane_id}", "-c", project, "--"],
      ...argv,
    );
    return new Rehearsal(server, project, pane);
  }

  async state(): Promise<AgentState> {
    const text = await this.server.tmux(
      ...["capture-pane", "-p", "-e", "-t", this.pane],
    );
    const columns = await this.server.tmux(
      ...["display-message", "-p", "-t", this.pane, "#{pane_width}"],
    );
    return rehearsal.read({ text, columns: Number(columns) });
  }

  /** Waits until the screen reads as wanted. */
  async until<Found extends AgentState>(
    wanted: (state: AgentState) => state is Found,
  ): Promise<Found> {
    const deadline = Date.now() + patience;
    while (true) {
      const state = await this.state();
      if (wanted(state)) return state;
      if (Date.now() > deadline) {
        const screen = await this.server.screen(this.pane);
        throw new Error(`${JSON.stringify(state)} on\n${screen}`);
      }
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  async asked(command?: string): Promise<Request> {
    const { request } = await this.until((
      state,
    ): state is Extract<AgentState, { state: "asking" }> =>
      state.state === "asking" &&
      (command === undefined || state.request.command === command)
    );
    return request;
  }

  async is<Name extends AgentState["state"]>(
    name: Name,
  ): Promise<Extract<AgentState, { state: Name }>> {
    return await this.until((
      state,
    ): state is Extract<AgentState, { state: Name }> => state.state === name);
  }

  async keys(...keys: string[]): Promise<void> {
    await this.server.tmux("send-keys", "-t", this.pane, ...keys);
  }

  async paste(text: string): Promise<void> {
    const file = `${this.server.directory}/message`;
    await Deno.writeTextFile(file, text);
    await this.server.tmux("load-buffer", "-b", "message", file);
    await this.server.tmux(
      ...["paste-buffer", "-p", "-r", "-d", "-b", "message", "-t", this.pane],
    );
  }

  /** Waits until a file in the project holds a whole line. */
  async file(name: string): Promise<string> {
    const deadline = Date.now() + patience;
    while (true) {
      const text = await Deno.readTextFile(`${this.project}/${name}`)
        .catch(() => "");
      if (text.endsWith("\n")) return text;
      if (Date.now() > deadline) throw new Error(`${name} holds '${text}'`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  shows(pattern: RegExp): Promise<string> {
    return this.server.until(this.pane, pattern, patience);
  }

  async record(): Promise<string> {
    const file = rehearsal.records?.file?.(
      { home: this.server.home, project: this.project },
      session,
    );
    return await Deno.readTextFile(file ?? "");
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.server[Symbol.asyncDispose]();
  }
}
