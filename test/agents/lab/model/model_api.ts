import type { Body, Dialect } from "./dialect.ts";
import type { ModelEvent, Reply, ToolCall, Turn } from "./turn.ts";

/**
 * A stand-in for a vendor's API, steered from outside: it answers from a list
 * of turns and tells what the agent sends back.
 */
export class ModelApi {
  #turns: Turn[] = [];
  #calls = new Map<string, ToolCall>();
  #known = new Set<string>();
  #count = 0;
  #held: (() => void)[] = [];
  #dialect: Dialect;
  #tell: (event: ModelEvent) => void;

  /**
   * Makes one that serves nothing yet.
   *
   * @param dialect How the API is spoken.
   * @param tell Called with every event.
   */
  constructor(dialect: Dialect, tell: (event: ModelEvent) => void) {
    this.#dialect = dialect;
    this.#tell = tell;
  }

  /** Puts turns at the end of the list. An empty list answers `Done.`. */
  queue(...turns: Turn[]): void {
    this.#turns.push(...turns);
  }

  /** Forgets the turns that were not used. */
  clear(): void {
    this.#turns = [];
  }

  /** Lets the turns that are held back go out. */
  release(): void {
    this.#held.forEach((go) => go());
    this.#held = [];
  }

  /** Answers one request of the agent. */
  async answer(request: Request): Promise<Response> {
    const { pathname } = new URL(request.url, "http://model");
    const body: Body = await request.json().catch(() => ({}));
    const aside = this.#dialect.aside(pathname, body);
    if (aside) return aside;
    const turn = this.#take(this.#keep(body));
    if (turn.held) {
      await new Promise<void>((resolve) => this.#held.push(resolve));
    }
    if (turn.error) {
      const { status, headers, body } = turn.error;
      return Response.json(body ?? this.#dialect.failure(turn.error), {
        status,
        headers: { ...headers },
      });
    }
    return this.#dialect.reply(pathname, body, this.#number(turn));
  }

  /** Takes the first turn that is meant for a conversation. */
  #take(said: string): Turn {
    const at = this.#turns.findIndex(({ when }) =>
      when === undefined
        ? !this.#turns.some((turn) => turn.when && said.includes(turn.when))
        : said.includes(when)
    );
    const [turn] = at < 0 ? [] : this.#turns.splice(at, 1);
    if (!turn) return { text: "Done." };
    const times = turn.error?.times ?? 1;
    if (turn.error && times > 1) {
      this.#turns.unshift({ error: { ...turn.error, times: times - 1 } });
    }
    return turn;
  }

  /**
   * Tells what is new in a request.
   *
   * @returns What the conversation began with.
   */
  #keep(body: Body): string {
    const begin: string[] = [];
    for (const said of this.#dialect.said(body)) {
      const isPrompt = "prompt" in said;
      if (isPrompt && begin.length < 8) begin.push(said.prompt);
      const key = isPrompt ? `prompt ${said.prompt}` : `call ${said.result}`;
      if (this.#known.has(key)) continue;
      this.#known.add(key);
      if (isPrompt) this.#tell({ event: "prompt", text: said.prompt });
      else {
        const { result: id, text, failed } = said;
        const call = this.#calls.get(id);
        this.#tell({ event: "result", result: { id, call, text, failed } });
      }
    }
    return begin.join("\n");
  }

  #number(turn: Turn): Reply {
    const calls = (turn.calls ?? []).map((call) => {
      const number = String(++this.#count).padStart(20, "0");
      const id = this.#dialect.callPrefix + number;
      this.#calls.set(id, call);
      return { ...call, id };
    });
    if (calls.length > 0) this.#tell({ event: "sent", at: Date.now() });
    return { id: `answer_${++this.#count}`, text: turn.text ?? "", calls };
  }
}
