import assert from "node:assert/strict";
import { PassingClock } from "../../test/harness/passing_clock.ts";
import type { Agent, AgentState, KeyStep, Request } from "./agent.ts";
import { movedKey } from "./key_step.ts";
import { leaveLimitMenu } from "./leave_limit_menu.ts";
import { rehearsal } from "./rehearsal/mod.ts";
import type { Terminal } from "./terminal.ts";

const labels = ["Buy more", "Stop and wait", "Switch to a cheaper model"];

/** A client whose screens are its states. */
class Client implements Terminal {
  state: AgentState;
  keys: string[] = [];
  /** What stands on the screen when a key arrives. */
  rows: readonly string[] = ["What now?", ...labels];
  constructor(state: AgentState) {
    this.state = state;
  }
  capture() {
    const text = JSON.stringify(this.state);
    return Promise.resolve({ text, columns: 60, rows: 20, title: "" });
  }
  paste() {
    return Promise.reject(new Error("nothing is pasted"));
  }
  keyIf(_: string, rows: readonly string[], key: string) {
    if (!rows.every((row) => this.rows.includes(row))) {
      return Promise.resolve(false);
    }
    this.keys.push(key);
    if (this.state.state === "limited" && this.state.menu) {
      const at = this.state.menu.selected!;
      if (key === "Down") this.state = menu(at + 1);
      else this.state = { state: "limited" };
    }
    return Promise.resolve(true);
  }
}

function menu(selected: number): AgentState {
  return {
    state: "limited",
    menu: {
      kind: "question",
      complete: true,
      options: labels.map((label) => ({
        key: undefined,
        label,
        meaning: label === "Stop and wait" ? "deny" : "other",
      })),
      selected,
      fingerprint: "menu",
      evidence: ["What now?", ...labels],
    },
  };
}

async function leave(
  client: Client,
  known?: (menu: Request) => KeyStep | undefined,
): Promise<boolean> {
  const agent: Agent = {
    ...rehearsal,
    read: ({ text }) => JSON.parse(text) as AgentState,
    ...(known && { leaveLimitMenu: known }),
  };
  return await leaveLimitMenu({
    tmux: client,
    pane: "%1",
    agent,
    marker: "limit 1",
    clock: new PassingClock(),
  });
}

const moves = (request: Request) => movedKey(request, "deny", (label) => label);
const escapes = () => ({ key: "Escape", final: true });

Deno.test("leaveLimitMenu() moves to the row that waits, and no further", async () => {
  const client = new Client(menu(0));
  assert.equal(await leave(client, moves), true);
  assert.deepEqual(client.keys, ["Down", "Enter"]);
});

Deno.test("leaveLimitMenu() presses what is known to leave it", async () => {
  const client = new Client(menu(0));
  assert.equal(await leave(client, escapes), true);
  assert.deepEqual(client.keys, ["Escape"]);
  assert.equal(await leave(new Client({ state: "limited" }), escapes), true);
});

Deno.test("leaveLimitMenu() presses nothing where it is not sure", async () => {
  const other = new Client(menu(0));
  assert.equal(await leave(other, () => undefined), false);
  const unknown = new Client(menu(0));
  assert.equal(await leave(unknown), false);
  const changed = new Client(menu(0));
  changed.rows = ["What now?", "Buy more"];
  assert.equal(await leave(changed, escapes), false);
  const { menu: request } = menu(0) as { menu: Request };
  const asking = new Client({ state: "asking", request });
  assert.equal(await leave(asking, escapes), false);
  for (const client of [other, unknown, changed, asking]) {
    assert.deepEqual(client.keys, []);
  }
});

Deno.test("leaveLimitMenu() gives up where a key does nothing", async () => {
  const stuck = new Client(menu(0));
  stuck.keyIf = (_, __, key) => {
    stuck.keys.push(key);
    return Promise.resolve(true);
  };
  assert.equal(await leave(stuck, escapes), false);
  assert.deepEqual(stuck.keys, ["Escape"]);
});
