import { tell, type Told } from "../../agents/mod.ts";
import { OrchError } from "../../errors/mod.ts";
import { serverTerminal } from "../../monitor/mod.ts";
import { answerRequest, requireWaiting } from "../answer_request.ts";
import type { OrchContext } from "../context.ts";
import { printLessons } from "../lessons_text.ts";
import { print, printJson } from "../print.ts";
import { connectTmux, openJournal } from "../world.ts";
import type { DenyFlags } from "./mod.ts";

/** Why a reason did not reach the agent. */
const untold: Readonly<Record<Exclude<Told, "typed">, string>> = {
  busy: "the agent did not become free",
  draft: "somebody's text stands in its composer",
  asking: "it asks for something else now",
  lost: "it stands in the composer, not sent",
  exited: "the agent has ended",
};

/** Runs `orch deny`. */
export async function deny(
  this: OrchContext,
  flags: DenyFlags,
  id: number,
): Promise<void> {
  using journal = openJournal(this);
  const waiting = requireWaiting(journal, id);
  await using tmux = await connectTmux(this, flags, { start: false });
  const lessons = await answerRequest(this, { journal, tmux }, waiting, "deny");
  if (!flags.json) {
    print(this, `Denied ${id}: ${waiting.row.summary}`);
    printLessons(this, lessons);
  }
  const told = flags.reason === undefined ? undefined : await tell({
    tmux: serverTerminal(tmux, waiting.row.server),
    pane: waiting.pane,
    agent: waiting.agent,
    text: flags.reason,
    clock: this.clock,
    signal: this.signal,
  });
  if (flags.json) printJson(this, { id, outcome: "denied", told, lessons });
  if (told !== undefined && told !== "typed") {
    throw new OrchError(
      `Request ${id} was denied, but the reason was not told: ${untold[told]}`,
      { hint: `tmux select-pane -t ${waiting.pane}    and type it there` },
    );
  }
}
