import { type AgentState, type Request, screenRows } from "../agents/mod.ts";
import type { Capture } from "../tmux/mod.ts";
import type { Supervised } from "./supervised.ts";
import { keepUnknownScreen, type UnknownReason } from "./unknown_screens.ts";
import type { World } from "./world.ts";

/** How long a screen may say nothing, without changing, in milliseconds. */
const patience = 60_000;

/** Kinds of requests that have an answer for this once. */
const answerable = new Set([
  ...["command", "write", "edit", "read", "fetch", "mcp"],
]);

/**
 * Notices when an agent shows what orch was not taught: a release or a dialog
 * that it does not know, or a screen on which it finds nothing at all.
 *
 * Such screens are kept for whoever teaches it, and people are told. What can
 * be read is dealt with as ever.
 */
export class Drift {
  readonly #supervised: Supervised;
  readonly #world: World;
  #version: string | undefined;
  #failed = false;
  #empty: { capture: Capture; since: number } | undefined;

  /**
   * Creates it.
   *
   * @param supervised The pane and its agent.
   * @param world What it may touch.
   */
  constructor(supervised: Supervised, world: World) {
    this.#supervised = supervised;
    this.#world = world;
  }

  /**
   * Takes in a screen.
   *
   * @param capture The screen.
   * @param state What it was read as.
   */
  async observe(capture: Capture, state: AgentState): Promise<void> {
    const { kind } = this.#supervised;
    const text = plain(capture);
    this.#version = kind.versionIn(text) ?? this.#version;
    const nothing = state.state === "starting" && text.trim() !== "";
    if (!nothing) this.#empty = undefined;
    else if (this.#empty?.capture.text !== capture.text) {
      this.#empty = { capture, since: this.#world.clock.now() };
    }
    if (this.#isNewRelease()) {
      const of = state.state === "asking" ? `, ${state.request.kind}` : "";
      const detail = `release ${this.#version} was not recorded${of}`;
      await this.#keep(capture, "version", detail);
    }
    if (state.state === "asking" && isUnknown(state.request)) {
      const { incompleteBecause: why } = state.request;
      const detail = why ?? "it has no answer for this once";
      await this.#keep(capture, "dialog", detail);
    }
  }

  /** Looks whether the screen has said nothing for long. */
  async keep(): Promise<void> {
    if (!this.#empty) return;
    const { capture, since } = this.#empty;
    if (this.#world.clock.now() - since < patience) return;
    // Once is enough, until it changes.
    this.#empty = { capture, since: Infinity };
    await this.#keep(capture, "screen", "nothing on it is known");
  }

  #isNewRelease(): boolean {
    const { versions } = this.#supervised.kind;
    return this.#version !== undefined && versions.length > 0 &&
      !versions.includes(this.#version);
  }

  async #keep(
    capture: Capture,
    reason: UnknownReason,
    detail: string,
  ): Promise<void> {
    const { agent, kind } = this.#supervised;
    const { paths, clock, notify } = this.#world;
    const tell = (message: string, hint: string) =>
      notify({ type: "trouble", agent: agent.name, message, hint });
    let file: string | undefined;
    try {
      file = await keepUnknownScreen(paths.unknown, {
        kind: kind.kind,
        version: this.#version ?? null,
        reason,
        detail,
        columns: capture.columns,
        rows: capture.rows,
        title: capture.title,
        at: clock.now(),
        text: capture.text,
      });
    } catch (error) {
      // The agent is followed all the same.
      if (this.#failed) return;
      this.#failed = true;
      const why = error instanceof Error ? error.message : String(error);
      return tell(`A screen could not be kept: ${why}`, "orch doctor");
    }
    if (file === undefined) return;
    const what = {
      version: `${kind.label} ${detail}; what it shows as before is answered`,
      dialog: `it shows a dialog that is yours, for ${detail}`,
      screen: "it shows a screen that orch cannot read",
    }[reason];
    tell(`${what}; kept in ${file}`, "orch doctor");
  }
}

/** Whether a dialog is one that nobody taught orch. */
function isUnknown(request: Request): boolean {
  const { kind, complete, incompleteBecause = "", options } = request;
  if (!complete && /\bnot (?:known|understood)\b/.test(incompleteBecause)) {
    return true;
  }
  return answerable.has(kind) && complete &&
    !options.some(({ meaning }) => meaning === "once");
}

function plain(capture: Capture): string {
  return screenRows(capture.text).map((row) => row.text).join("\n");
}
