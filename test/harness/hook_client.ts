import { hookAddress } from "../../lib/monitor/mod.ts";
import type { Stage } from "./stage.ts";

/** Stands in for what an agent sends to its hooks' address. */
export class HookClient {
  readonly #stage: Stage;

  /**
   * Creates a client.
   *
   * @param stage The stage whose agent reports.
   */
  constructor(stage: Stage) {
    this.#stage = stage;
  }

  /** The conversation that the stage's pane is in. */
  session(): Promise<string> {
    return this.#stage.server.tmux(
      ...["show-options", "-pqv", "-t", this.#stage.pane, "@orch_session"],
    );
  }

  /**
   * Sends something.
   *
   * @param body What is sent; text is sent as it is.
   * @param change What is different from what the agent would send.
   * @returns The reply.
   */
  async send(
    body: unknown,
    change: {
      readonly method?: string;
      readonly path?: string;
      readonly secret?: string;
      readonly headers?: Readonly<Record<string, string>>;
    } = {},
  ): Promise<{ status: number; text: string }> {
    const { url, secret } = await hookAddress(
      this.#stage.paths,
      this.#stage.name,
    );
    const response = await fetch(new URL(change.path ?? url, url), {
      method: change.method ?? "POST",
      headers: {
        authorization: `Bearer ${change.secret ?? secret}`,
        ...change.headers,
      },
      body: change.method === "GET"
        ? null
        : typeof body === "string"
        ? body
        : JSON.stringify(body),
    });
    return { status: response.status, text: await response.text() };
  }

  /**
   * Asks for a command, as the agent does.
   *
   * @param command The command.
   * @param session The conversation; unset: the pane's.
   * @returns The answer.
   */
  async ask(command: string, session?: string): Promise<string> {
    const { text } = await this.send({
      hook: "permission",
      kind: "command",
      command,
      directory: this.#stage.project,
      session: session ?? await this.session(),
    });
    return text === "" ? "" : JSON.parse(text).answer;
  }
}
