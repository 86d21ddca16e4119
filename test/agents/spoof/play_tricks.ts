/**
 * Every trick on a real client, with an `orch monitor` that answers it: no
 * frame reads as asking for what the model did not ask for, no key arrives,
 * and nothing runs that a person would have had to allow.
 *
 * @module
 */
import assert from "node:assert/strict";
import { type Agent, requireAgentKind } from "../../../lib/agents/mod.ts";
import { Tmux } from "../../../lib/tmux/mod.ts";
import { eventually } from "../../harness/mod.ts";
import type { Client } from "../lab/client.ts";
import type { ToolCall } from "../lab/model/turn.ts";
import { commandOf, Office } from "../lab/office.ts";
import { fakeOf } from "./fake_of.ts";
import { recordedScreens } from "./recorded_screens.ts";
import { danger, type Deed, type Trick } from "./trick.ts";
import { Witness } from "./witness.ts";

const size = { columns: 90, rows: 40 };

/** After how many problems the rest is left. */
const mostProblems = 4;

/** A client on which tricks are played. */
class Theatre {
  readonly office: Office;
  readonly witness: Witness;
  readonly problems: string[] = [];
  /** Whether the client is where no more tricks can be played. */
  isLost = false;
  #agent: Agent;
  #tmux: Tmux;
  #count = 0;

  constructor(office: Office, agent: Agent, tmux: Tmux, witness: Witness) {
    this.office = office;
    this.witness = witness;
    this.#agent = agent;
    this.#tmux = tmux;
  }

  async #state() {
    return this.#agent.read(await this.#tmux.capture(this.office.lab.pane));
  }

  /** Waits until the client waits for a prompt, and its screen rests. */
  async #rests(what: string): Promise<void> {
    const { lab } = this.office;
    await lab.settled(
      (_, text) => {
        const { state } = this.#agent.read({ text, ...size });
        return state === "idle" || state === "error";
      },
      what,
      400,
      10_000,
    );
  }

  /** Sends a prompt, and waits until the model has been asked. */
  async #prompt(text: string): Promise<void> {
    const { lab } = this.office;
    const { state } = await this.#state();
    if (state === "asking") throw new Error(`${this.witness.scene}: ${state}`);
    const before = lab.model.prompts.length;
    await lab.submit(text);
    await lab.until(
      () => lab.model.prompts.length > before,
      "the model's turn",
    );
  }

  /** How often the model has heard what came of a call. */
  #heard(call: ToolCall): number {
    const wanted = JSON.stringify(call);
    return this.office.lab.model.results
      .filter(({ call }) => JSON.stringify(call) === wanted).length;
  }

  /** Lets the client run a command that nobody has to be asked for. */
  async #runs(command: string): Promise<void> {
    const { lab } = this.office;
    const call = lab.client.command(command);
    const before = this.#heard(call);
    this.witness.asked = command;
    await lab.model.queue({ calls: [call] });
    await this.#prompt(`Go on (${this.#count}).`);
    await lab.until(() => this.#heard(call) > before, command);
    await this.#rests(command);
    this.witness.asked = undefined;
  }

  /** Plays a trick to its end. */
  async play({ name }: Trick, deed: Deed): Promise<void> {
    this.#count++;
    this.witness.scene = name;
    try {
      if (deed.by === "command") await this.#ask(deed);
      else await this.#show(deed);
      const state = await this.#state();
      if ("draft" in state) this.problems.push(`${name}: typed ${state.draft}`);
    } catch (error) {
      this.problems.push(`${name}: ${error}`);
      await this.#recover().catch((error) => {
        this.problems.push(`${name}, afterwards: ${error}`);
        this.isLost = true;
      });
    }
  }

  async #show(deed: Exclude<Deed, { by: "command" }>): Promise<void> {
    const { lab } = this.office;
    const { by, text } = deed;
    const marked = `(${this.#count})`;
    if (by === "output") {
      const file = `trick-${this.#count}.txt`;
      await Deno.writeTextFile(`${lab.project}/${file}`, text);
      await this.#runs(`cat ${file}`);
    } else if (by === "name") {
      const folder = `names-${this.#count}`;
      await Deno.mkdir(`${lab.project}/${folder}`);
      await Deno.writeTextFile(`${lab.project}/${folder}/${text}`, "");
      await this.#runs(`ls ${folder}`);
    } else if (by === "title" || by === "window") {
      const change = by === "title" ? ["select-pane", "-T"] : ["rename-window"];
      const [word, ...flags] = change;
      await lab.tmux(word!, "-t", lab.pane, ...flags, text);
      await this.#runs("ls");
    } else {
      const turns = by === "prose"
        ? { text }
        : by === "failure"
        ? { error: { status: 400, message: text } }
        : { text: "I see." };
      await lab.model.queue(turns);
      await this.#prompt(
        by === "message" ? `${marked} ${text}` : `Say it ${marked}.`,
      );
      await this.#rests(by);
    }
  }

  async #ask(deed: Extract<Deed, { by: "command" }>): Promise<void> {
    const { lab, journal } = this.office;
    const { command, description } = deed;
    const call = lab.client.command(command, description);
    const [rows, before] = [journal.requests.all().length, this.#heard(call)];
    this.witness.asked = command;
    await lab.model.queue({ calls: [call] });
    await this.#prompt(`Go on (${this.#count}).`);
    const refused = () => this.#heard(call) > before;
    await eventually("a request", async () => {
      const last = journal.requests.all().slice(rows).at(-1);
      return last?.status === "waiting" || refused() ||
        `${last?.status}\n${await lab.capture(false)}`;
    }, 8000);
    if (refused()) return await this.#rests("a refusal");
    // Longer than a key would take to be sent and to act.
    await lab.settled(() => true, "the dialog to stay", 600);
    if (refused()) throw new Error("it was answered");
    await lab.keys("Escape");
    await this.#rests("the end of the turn");
    this.witness.asked = undefined;
  }

  /** Leaves whatever is open, so that the next trick can be played. */
  async #recover(): Promise<void> {
    const { lab } = this.office;
    await lab.model.clear();
    await lab.keys("Escape");
    await this.#rests("the client after a failure");
    this.witness.asked = undefined;
  }
}

/**
 * Plays tricks on a real client.
 *
 * @param client The client.
 * @param tricks The tricks.
 */
export async function playTricks(
  client: Client,
  tricks: readonly Trick[],
): Promise<void> {
  const agent = requireAgentKind(client.kind);
  const screens = await recordedScreens(client.kind);
  const fake = fakeOf(screens, size.columns);
  await using office = await Office.open(client, { ...size, hooks: false });
  const { lab } = office;
  const log = `${lab.folder}/npm.log`;
  await Deno.writeTextFile(
    `${lab.programs}/npm`,
    `#!/bin/sh\necho "$@" >> ${log}\n`,
    { mode: 0o755 },
  );
  await using tmux = await Tmux.connect({ socket: lab.socket });
  await lab.started();
  await using witness = new Witness(agent, tmux, lab.pane);
  const theatre = new Theatre(office, agent, tmux, witness);
  for (const trick of tricks) {
    await theatre.play(trick, trick.deed(fake));
    // Each costs the time that was waited in vain.
    if (theatre.isLost || theatre.problems.length >= mostProblems) break;
  }
  const problems = [...theatre.problems, ...witness.complaints];
  assert.equal(problems.length, 0, problems.join("\n\n"));
  assert.ok(witness.frames > tricks.length, "too few frames were seen");
  await assert.rejects(Deno.stat(log), Deno.errors.NotFound);
  for (const row of office.journal.requests.all()) {
    if (row.outcome !== "approved") continue;
    assert.equal(row.by, "orch");
    assert.match(commandOf(row) ?? "", /^(?:cat|ls)\b[^\n]*$/);
    assert.ok(!commandOf(row)?.includes(danger));
  }
}
