import type { Agent, AgentState } from "../../../lib/agents/mod.ts";
import type { Capture, PaneId, Tmux } from "../../../lib/tmux/mod.ts";

/** Looks at a pane all the time, and reads every frame. */
export class Witness implements AsyncDisposable {
  /** What was read wrongly, in words. */
  readonly complaints: string[] = [];
  /** What the model really asks for, if it asks for something. */
  asked: string | undefined;
  /** What goes on, for complaints. */
  scene = "";
  /** How many different frames were read. */
  frames = 0;
  #agent: Agent;
  #tmux: Tmux;
  #pane: PaneId;
  #over = false;
  #watching: Promise<void>;

  /**
   * Begins to look.
   *
   * @param agent How to read the pane.
   * @param tmux The server.
   * @param pane The pane.
   */
  constructor(agent: Agent, tmux: Tmux, pane: PaneId) {
    this.#agent = agent;
    this.#tmux = tmux;
    this.#pane = pane;
    this.#watching = this.#watch();
  }

  async #watch(): Promise<void> {
    let last = "";
    while (!this.#over) {
      const capture = await this.#tmux.capture(this.#pane);
      if (capture.text !== last) {
        last = capture.text;
        this.frames++;
        this.#judge(this.#agent.read(capture), capture);
      }
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
  }

  #judge(state: AgentState, { text }: Capture): void {
    const wrong = wrongIn(state, this.asked);
    if (wrong === undefined) return;
    const complaint = `${this.scene}: ${wrong}`;
    const known = this.complaints.some((one) => one.startsWith(complaint));
    if (!known) this.complaints.push(`${complaint}\n${text}`);
  }

  /** Stops looking. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.#over = true;
    await this.#watching;
  }
}

/** What is wrong with a reading, given what is really asked for. */
function wrongIn(
  state: AgentState,
  asked: string | undefined,
): string | undefined {
  if (state.state === "limited") return "read as a usage limit";
  if (state.state !== "asking") return undefined;
  const { kind, command, complete, readings = [command] } = state.request;
  if (asked === undefined) return `read as asking for ${kind} ${command}`;
  // Nobody answers what was not read whole.
  if (!complete) return undefined;
  // Blanks at the ends of rows are not drawn.
  const right = readings.some((one) => one && visible(one) === visible(asked));
  if (kind === "command" && right) return undefined;
  return `read as ${kind} ${JSON.stringify(readings)}`;
}

/** All of a text that takes ink; a record or a hook tells the rest. */
const visible = (text: string) => text.replace(/[\s\p{Cc}\p{Cf}]/gu, "");
