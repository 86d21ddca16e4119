/**
 * What `orch monitor` is compared with: asks tmux for everything at every round
 * by starting a process for each question, as scripts around tmux do.
 *
 * `polling.ts SOCKET PROJECT SECONDS`
 *
 * @module
 */
import { agents } from "../../lib/agents/mod.ts";
import { decide } from "../../lib/learner/mod.ts";
import { printLine } from "./print_table.ts";

const [socket = "", project = "", seconds = "1"] = Deno.args;
const shown = new Map<string, string>();
let ending = false;
Deno.addSignalListener("SIGTERM", () => ending = true);

async function tmux(...args: string[]): Promise<string> {
  const { stdout } = await new Deno.Command("tmux", {
    args: ["-u", "-S", socket, ...args],
  }).output();
  return new TextDecoder().decode(stdout).trimEnd();
}

async function look(target: string): Promise<void> {
  const text = await tmux("capture-pane", "-p", "-e", "-t", target);
  if (shown.get(target) === text) return;
  shown.set(target, text);
  const state = agents.rehearsal.read({ text });
  if (state.state !== "asking") return;
  const verdict = decide(state.request, {
    project,
    home: project,
    autonomy: "assisted",
    rules: [],
    now: Date.now(),
  });
  const summary = state.request.command;
  printLine(JSON.stringify({ type: "decided", summary, verdict }));
}

while (!ending) {
  const sessions = await tmux("list-sessions", "-F", "#{session_name}");
  for (const session of sessions.split("\n")) {
    const windows = await tmux(
      ...["list-windows", "-t", `=${session}`, "-F", "#{window_index}"],
    );
    for (const index of windows.split("\n")) await look(`=${session}:${index}`);
  }
  printLine(JSON.stringify({ type: "round" }));
  await new Promise((resolve) => setTimeout(resolve, Number(seconds) * 1000));
}
