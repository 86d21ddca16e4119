import assert from "node:assert/strict";
import { agentOf } from "../../../lib/agents/mod.ts";
import { recordPlaceOf } from "../../../lib/monitor/mod.ts";
import type { PaneId } from "../../../lib/tmux/mod.ts";
import { eventually, processEnded, spawnOrch } from "../../harness/mod.ts";
import type { AgentLab } from "./agent_lab.ts";
import type { Client } from "./client.ts";
import { Office } from "./office.ts";
import { patience } from "./patience.ts";

/** How the test is to be run. */
export interface GoOnOptions {
  /** Whether the agent reports by its hooks, too. */
  readonly hooks: boolean;
  /** Whether the conversation's id gets known; true if unset. */
  readonly known?: boolean;
}

/**
 * Kills a real client in the middle of its conversation, and lets `orch resume`
 * go on with it: what was said is there, and nothing but it.
 *
 * @param client The client.
 * @param options How.
 */
export async function goOn(
  client: Client,
  { hooks, known = true }: GoOnOptions,
): Promise<void> {
  await using office = await Office.open(client, {
    hooks,
    columns: 100,
    rows: 40,
  });
  const { lab, journal } = office;
  await lab.started();
  await inheritEnvironment(lab);
  await lab.say("Keep the word heron in mind.");
  await eventually(
    "the model was told the word",
    () => Promise.resolve(told(lab, /heron/)),
    patience,
  );
  await lab.started();
  await eventually(
    "the agent, and its conversation as far as it can be, is known",
    () => {
      const { place, session } = journal.agents.require("shop");
      return Promise.resolve(place !== undefined && (!known || !!session));
    },
    patience,
  );
  const { session } = journal.agents.require("shop");

  const pid = await lab.tmux(
    ...["display-message", "-pt", lab.pane, "#{pane_pid}"],
  );
  Deno.kill(Number(pid), "SIGKILL");
  await processEnded(Number(pid));
  const { code, stdout, stderr } = await spawnOrch(
    ["resume", "shop", "--json"],
    {
      home: lab.home,
      socket: lab.socket,
      directory: lab.project,
      path: lab.path,
      through: await lab.inside(),
    },
  ).output();
  const decoder = new TextDecoder();
  assert.equal(code, 0, decoder.decode(stdout) + decoder.decode(stderr));
  const [line] = JSON.parse(decoder.decode(stdout)).agents;
  assert.deepEqual(
    [line.continues, line.session],
    known ? ["session", session] : ["latest", null],
  );
  lab.pane = line.pane as PaneId;
  await lab.until(
    (plain) => plain.includes("Keep the word heron in mind."),
    "what was said before",
    patience,
  );
  await lab.started();

  await lab.say("Which word was it?");
  await eventually(
    "the model was asked for it",
    () => Promise.resolve(told(lab, /Which word/)),
    patience,
  );
  await lab.started();
  const record = journal.agents.require("shop");
  assert.equal(record.session, session);
  const place = recordPlaceOf(record, lab.home);
  const file = session === undefined
    ? undefined
    : agentOf(client.kind)?.records?.file?.(place, session);
  if (file !== undefined) {
    const said = await Deno.readTextFile(file);
    for (const words of ["word heron", "Which word"]) {
      assert.ok(said.includes(words), `${words} is not in ${file}`);
    }
  }
}

function told(lab: AgentLab, words: RegExp): boolean | string {
  return lab.model.prompts.some((text) => words.test(text)) ||
    lab.model.prompts.join("\n");
}

/** Lets what is started in the lab's server later find what the client needs. */
async function inheritEnvironment(lab: AgentLab): Promise<void> {
  const environment = {
    HOME: lab.home,
    TERM: "tmux-256color",
    LANG: "C.UTF-8",
    ...lab.client.environment(lab.place),
  };
  for (const [name, value] of Object.entries(environment)) {
    await lab.tmux("set-environment", "-g", name, value);
  }
}
