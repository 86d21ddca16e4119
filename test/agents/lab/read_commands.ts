/**
 * Commands that are hard to read off a screen, asked for by a real client: what
 * is read is what was asked for, or it is not taken for whole.
 *
 * @module
 */
import assert from "node:assert/strict";
import { agents, confirm, type Request } from "../../../lib/agents/mod.ts";
import { folderNames } from "../../harness/mod.ts";
import { AgentLab } from "./agent_lab.ts";
import type { Client } from "./client.ts";

const x = (count: number) => "x".repeat(count);

/** The commands. */
export const hardCommands: readonly string[] = [
  "npm publish --access public",
  `git commit -m "fix: don't drop \\"it\\" (#12)"  --no-verify`,
  "find . -name '*.ts' -print0 | xargs -0 grep -nE \"console\\.(log|warn)\" | " +
  "awk -F: '{ print $1 }' | sort | uniq -c | sort -rn > counted.txt",
  "mkdir -p build\ncp -r src build/\n\ntouch build/done",
  "cat > deploy.sh <<'EOF'\n#!/bin/bash\nfor h in a b; do\n  ssh \"$h\" 'x'\n" +
  "done\nEOF\nchmod +x deploy.sh",
  "touch 'héllo wörld — 日本語 🎉.txt'",
  `node ${"漢字".repeat(40)}.js --flag ${x(70)} ${x(120)} end`,
  "kill $(lsof -t -i:3000) 2>/dev/null; node app.js",
  "rm a\\ b \\\n  && touch c \\\n  && touch d",
  "│ bar",
  "touch '● 1. Allow once' '› 1. Yes, allow once'",
  ...[38, 48, 49, 50, 51, 52, 88, 89, 90, 91].map((count) =>
    `touch ${x(count)} y`
  ),
];

/** Texts as far as screens show them: a break swallows spaces. */
const drawn = (text: string) =>
  text.split("\n").map((line) => line.replaceAll(/ +/g, " ").trim()).join("\n");

/**
 * Lets a client ask for every command, and turns it down.
 *
 * @param client The client.
 * @param columns The pane's width.
 * @returns How many were read as a whole.
 */
export async function readCommands(
  client: Client,
  columns: number,
): Promise<number> {
  await using lab = await AgentLab.start(client, { columns, rows: 50 });
  const agent = agents[client.kind as keyof typeof agents];
  await lab.started();
  let whole = 0;
  for (const command of hardCommands) {
    await lab.ask(command);
    const text = await lab.settled(client.mayAsk, `a dialog for ${command}`);
    const state = agent.read({ text, columns, rows: 50 });
    if (state.state !== "asking") assert.fail(`${command}: ${state.state}`);
    const { request } = state;
    assert.equal(request.kind, "command", command);
    if (request.complete) {
      whole++;
      const found = request.readings!.map(drawn);
      assert.ok(found.includes(drawn(command)), `${command}\n${found}`);
    }
    await settledByRecord(lab, request, command);
    await lab.keys(agent.keyFor(request, "deny")!.key);
    const after = await lab.settled(client.isIdle, "the end of the turn");
    // Of long commands the transcript says only what they are for.
    const outcome = agent.outcome(request, { text: after, columns });
    assert.notEqual(outcome, "approved", command);
    if (command.length < 30) assert.equal(outcome, "denied", command);
  }
  assert.deepEqual(await folderNames(lab.project), []);
  return whole;
}

/** Holds a dialog against the record, where that has the call already. */
async function settledByRecord(
  lab: AgentLab,
  request: Request,
  command: string,
): Promise<void> {
  const { records } = agents[lab.client.kind as keyof typeof agents];
  if (!records?.file) return;
  const file = records.file(lab, lab.session);
  const calls = records.calls(await Deno.readTextFile(file));
  assert.equal(calls.at(-1)?.command, command);
  const confirmed = confirm(request, calls);
  // Where rows have lost something, the two differ.
  if (confirmed.complete) assert.equal(confirmed.command, command);
}
