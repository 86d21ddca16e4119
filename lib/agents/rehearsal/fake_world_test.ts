import assert from "node:assert/strict";
import { ManualClock } from "../../clock/mod.ts";
import type { AgentState, RecordedCall, Request } from "../agent.ts";
import { play } from "./player.ts";
import { read } from "./read.ts";
import { recordedCalls, type RecordEntry } from "./record.ts";
import type { Script } from "./script.ts";
import type { Size } from "./stage.ts";
import type { PlayerWorld, ReportBody, RunResult } from "./world.ts";

/** A terminal, a folder and a bash that exist only in memory. */
export class FakeWorld implements PlayerWorld {
  readonly clock = new ManualClock(Date.UTC(2030, 0, 1));
  readonly keys: ReadableStream<Uint8Array>;
  readonly files = new Map<string, string>();
  readonly ran: string[] = [];
  readonly entries: RecordEntry[] = [];
  readonly code: Promise<number>;
  sent = "";
  runs: (command: string, signal: AbortSignal) => Promise<RunResult> = (
    command,
  ) => Promise.resolve({ output: `ran ${command}\n`, code: 0 });
  #size: Size = { columns: 80, rows: 24 };
  #rows: string[] = [];
  #resized = () => {};
  #type: ReadableStreamDefaultController<Uint8Array> | undefined;

  constructor(script: Omit<Script, "name">, prompt?: string) {
    this.keys = new ReadableStream({ start: (c) => void (this.#type = c) });
    this.code = play(this, {
      script: { name: "test", ...script },
      project: "/project",
      ...prompt === undefined ? {} : { prompt },
    });
  }

  write(text: string): void {
    this.sent += text;
    if (text.includes("\x1b[2J")) this.#rows = [];
    // deno-lint-ignore no-control-regex
    const rows = /\x1b\[(\d+);1H\x1b\[2K((?:[^\x1b]|\x1b\[\d*m)*)/g;
    for (const [, row, content] of text.matchAll(rows)) {
      this.#rows[Number(row) - 1] = content ?? "";
    }
  }
  size = () => this.#size;
  onResize(listener: () => void): void {
    this.#resized = listener;
  }
  async run(
    command: string,
    directory: string,
    signal: AbortSignal,
  ): Promise<RunResult> {
    this.ran.push(`${directory}$ ${command}`);
    return await this.runs(command, signal);
  }
  readFile(path: string): Promise<string | undefined> {
    return Promise.resolve(this.files.get(path));
  }
  writeFile(path: string, text: string): Promise<void> {
    this.files.set(path, text);
    return Promise.resolve();
  }
  /** What hooks are replied; nobody listens until it is set. */
  replies: (report: ReportBody) => unknown = () => undefined;
  report(report: ReportBody): Promise<unknown> {
    return Promise.resolve(this.replies(report));
  }
  record(entry: RecordEntry): Promise<void> {
    this.entries.push(entry);
    return Promise.resolve();
  }

  resize(size: Size): void {
    this.#size = size;
    this.#resized();
  }
  get #drawn(): string {
    const { rows } = this.#size;
    return Array.from({ length: rows }, (_, row) => this.#rows[row] ?? "")
      .join("\n");
  }
  get screen(): string {
    // deno-lint-ignore no-control-regex
    return this.#drawn.replace(/\x1b\[\d*m/g, "");
  }
  get state(): AgentState {
    const { columns, rows } = this.#size;
    return read({ text: this.#drawn, columns, rows });
  }
  /** Lets everything happen that can happen without time or keys. */
  async settle(): Promise<void> {
    for (let i = 0; i < 5; i++) {
      await new Promise((resolve) => setTimeout(resolve, 0));
    }
  }
  async type(text: string): Promise<void> {
    await this.settle();
    this.#type?.enqueue(new TextEncoder().encode(text));
    await this.settle();
  }
  async wait(milliseconds: number): Promise<void> {
    await this.settle();
    this.clock.advance(milliseconds);
    await this.settle();
  }
  async hangUp(): Promise<void> {
    await this.settle();
    this.#type?.close();
  }
  /** The request on the screen now. */
  async request(): Promise<Request> {
    await this.settle();
    const { state } = this;
    assert.ok(state.state === "asking", this.screen);
    return state.request;
  }
  async is(name: AgentState["state"]): Promise<void> {
    await this.settle();
    assert.equal(this.state.state, name, this.screen);
  }
  get calls(): RecordedCall[] {
    return recordedCalls(
      this.entries.map((entry) => JSON.stringify(entry)).join("\n"),
    );
  }
}
