import assert from "node:assert/strict";
import { learn, updateAgentFile } from "../../../lib/learner/mod.ts";
import { pathsOf } from "../../../lib/paths/mod.ts";
import { orch } from "../../harness/mod.ts";
import { AgentLab, type LabOptions } from "./agent_lab.ts";
import type { Client } from "./client.ts";
import type { ToolCall } from "./model/turn.ts";

/** What a person has answered before the rules are written. */
const approved = ["go vet -v", "go test", "cargo build --release"];
const denied = ["make slow"];

/** How a client is given the rules that orch writes for it. */
export interface NativeOffice {
  /** The client. */
  readonly client: Client;
  /** Where they go, below the project. */
  readonly path: string;
  /** Further arguments of `orch learned export`. */
  readonly flags?: readonly string[];
  /** How the lab is to be. */
  readonly options?: LabOptions;
  /** The call by which its model runs a command; the client's if unset. */
  readonly call?: Client["command"];
  /** Whether to write the rules at all; true if unset. */
  readonly rules?: boolean;
}

/**
 * Starts a real client with the rules that `orch learned export` writes for it,
 * and does nothing else.
 *
 * @param office The client, and where the rules go.
 * @returns The lab; its programs `go`, `cargo` and `make` do nothing.
 */
async function startWithRules(
  { client, path, flags = [], options = {}, rules = true }: NativeOffice,
): Promise<AgentLab> {
  const lab = await AgentLab.start(client, {
    columns: 100,
    rows: 40,
    ...options,
    starter: async (lab) => {
      for (const name of ["go", "cargo", "make"]) {
        const program = `${lab.programs}/${name}`;
        await Deno.writeTextFile(program, "#!/bin/sh\n", { mode: 0o755 });
      }
      if (rules) await writeRules(lab, path, flags);
      return [
        client.program,
        ...client.arguments(lab.place),
        ...options.arguments ?? [],
      ];
    },
  });
  try {
    await lab.started();
    return lab;
  } catch (error) {
    await lab[Symbol.asyncDispose]();
    throw error;
  }
}

async function writeRules(
  { home, socket, project, client }: AgentLab,
  path: string,
  flags: readonly string[],
): Promise<void> {
  const run = async (...args: string[]) => {
    const { code, stderr } = await orch(args, { home, socket });
    assert.equal(code, 0, stderr);
  };
  // Whose rules they are does not matter to whom they are written for.
  await run("setup", project, "shop", "--agent", "claude", "--no-hooks");
  const file = pathsOf({ HOME: home }).agentFile("shop");
  await updateAgentFile(file, "shop", (content) => {
    let { rules } = content;
    const autonomy = "supervised";
    const asked = [
      ...approved.map((command) => ({ command, answer: "approved" as const })),
      ...denied.map((command) => ({ command, answer: "denied" as const })),
    ];
    for (const { command, answer } of asked) {
      const request = { kind: "command", command, complete: true };
      const now = Date.now();
      const context = { project, home, autonomy, rules, now } as const;
      ({ rules } = learn(request, answer, context));
    }
    return { ...content, rules };
  });
  const out = `${project}/${path}`;
  await Deno.mkdir(out.slice(0, out.lastIndexOf("/")), { recursive: true });
  const target = ["--to", client.kind, "--out", out];
  await run("learned", "export", "shop", ...target, ...flags);
}

/**
 * Lets a client ask for a command, and tells whether it asks a person. If it
 * does, the answer is no.
 *
 * @param lab The lab.
 * @param call The call by which its model runs the command.
 * @returns What became of it.
 */
async function askedOrRun(
  lab: AgentLab,
  call: ToolCall,
): Promise<"asks" | "runs"> {
  const what = JSON.stringify(call.input);
  await lab.model.queue({ calls: [call] });
  await lab.say("Go on, please.");
  // What was denied may be told to the model only now.
  const result = () =>
    lab.model.results.find((one) => JSON.stringify(one.call?.input) === what);
  const asks = (plain: string, escaped: string) =>
    lab.client.mayAsk(plain, escaped);
  await lab.until(
    (plain, escaped) => result() !== undefined || asks(plain, escaped),
    `what becomes of ${what}`,
  );
  const ran = result();
  if (ran === undefined) {
    await lab.settled(asks, `a dialog for ${what}`);
    await lab.keys("Escape");
  }
  await lab.settled(
    (plain, escaped) => lab.client.isIdle(plain, escaped),
    `the end of ${what}`,
    lab.client.quiet ?? 200,
  );
  await lab.model.clear();
  assert.notEqual(ran?.failed, true, ran?.text);
  return ran === undefined ? "asks" : "runs";
}

/**
 * Tells of commands, one after the other, which of them a client asks about.
 *
 * @param office The client, and where the rules go.
 * @param commands The commands.
 * @returns What became of each.
 */
export async function becomeOf(
  office: NativeOffice,
  commands: readonly string[],
): Promise<Record<string, "asks" | "runs">> {
  const { client, call = client.command } = office;
  await using lab = await startWithRules(office);
  const found: Record<string, "asks" | "runs"> = {};
  for (const command of commands) {
    found[command] = await askedOrRun(lab, call(command));
  }
  return found;
}
