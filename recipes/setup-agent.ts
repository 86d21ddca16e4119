#!/usr/bin/env -S deno run --allow-run=tmux,git --allow-read --allow-write --allow-env=HOME,TMUX,NO_COLOR
// deno-lint-ignore-file no-console
/**
 * Sets up an agent for a project, starts it with a briefing, and follows it:
 * copy this file, change what you like, and leave it running in a pane.
 *
 *     ./setup-agent.ts ~/shop "Make the checkout tests pass" gemini
 *
 * The last is the kind of agent, `claude` if it is left out.
 */
import {
  type Agent,
  Journal,
  Monitor,
  type Notice,
  OrchError,
  pathsOf,
  requireAgentKind,
  setUpAgent,
  startAgent,
  Tmux,
} from "@orch/cli";

/** What is worth a line here; a recipe may send it anywhere else. */
function tell(notice: Notice): void {
  if (notice.type === "waiting") {
    console.log(`orch approve ${notice.id}    ${notice.summary}`);
  } else if (notice.type === "closed") {
    console.log(`${notice.outcome} by ${notice.by}: ${notice.summary}`);
  } else if (notice.type === "lost") {
    console.log(`${notice.resume}    ${notice.agent} was lost`);
  } else if (notice.type === "trouble") console.error(notice.message);
}

/** Sets the agent up, starts it and follows it until Ctrl-C. */
async function main(
  kind: Agent,
  project: string,
  brief?: string,
): Promise<void> {
  const paths = pathsOf({ HOME: Deno.env.get("HOME") });
  // Inside tmux, the server this runs in; else the default one.
  const socket = Deno.env.get("TMUX")?.split(",").slice(0, -2).join(",");
  await using tmux = await Tmux.connect(socket ? { socket } : {});
  using journal = Journal.open(paths.journal);
  const agent = await setUpAgent({ journal, paths, project, agent: kind });
  await startAgent(tmux, agent, { journal, ...(brief && { brief }) });
  console.log(`tmux attach -t =${agent.record.name}    to look at it`);

  const ending = new AbortController();
  Deno.addSignalListener("SIGINT", () => ending.abort());
  const monitor = new Monitor({ tmux, journal, paths, notify: tell });
  await monitor.run(ending.signal);
}

try {
  const [project = Deno.cwd(), brief, kind = "claude"] = Deno.args;
  await main(requireAgentKind(kind), project, brief);
} catch (error) {
  if (!(error instanceof OrchError)) throw error;
  console.error(`${error.message}\n  try: ${error.hint ?? "orch doctor"}`);
  Deno.exitCode = error.exitCode;
}
Deno.exit();
