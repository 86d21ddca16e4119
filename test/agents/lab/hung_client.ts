import assert from "node:assert/strict";
import type { Desk } from "./desk.ts";

/** All that a process has started, and what those have. */
async function startedBy(id: number): Promise<number[]> {
  const { stdout } = await new Deno.Command("ps", {
    args: ["axo", "pid=,ppid="],
  }).output();
  const pairs = new TextDecoder().decode(stdout).trim().split("\n")
    .map((line) => line.trim().split(/\s+/).map(Number));
  const below = (id: number): number[] =>
    pairs.filter(([, parent]) => parent === id)
      .flatMap(([child]) => [child!, ...below(child!)]);
  return below(id);
}

/**
 * Lets a client ask for two things at once and hang before it reads the answer
 * to the first: keys that it finds when it goes on must not answer the second,
 * which nobody has seen.
 *
 * @param desk The client.
 */
export async function hangs(desk: Desk): Promise<void> {
  const { lab } = desk;
  const { client } = lab;
  const files = ["one", "two"];
  await lab.model.queue({
    calls: files.map((name) => client.command(`touch ${name}`)),
  });
  await lab.say("Go on, please.");
  const first = await desk.asked();
  const seen = files.find((name) => first.command === `touch ${name}`);
  assert.ok(seen !== undefined, first.command);
  const pane = await lab.tmux("display", "-pt", lab.pane, "#{pane_pid}");
  // tmux lets the pane's own program go on at once when it stops.
  const hung = await startedBy(Number(pane));
  assert.ok(hung.length > 0, "the client runs below another program");
  for (const id of hung) Deno.kill(id, "SIGSTOP");
  try {
    const result = await desk.reply(first, "once");
    assert.ok(
      result.status === "sent" && !result.gone,
      `${JSON.stringify(result)} ${hung}`,
    );
  } finally {
    for (const id of hung) Deno.kill(id, "SIGCONT");
  }
  await desk.appears(seen);
  const second = await desk.asked();
  assert.notEqual(second.command, first.command);
  const unseen = files.find((name) => second.command === `touch ${name}`);
  assert.ok(unseen !== undefined, second.command);
  assert.equal(await desk.exists(unseen), false);
}
