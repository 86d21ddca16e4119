import { OrchError } from "../../errors/mod.ts";
import {
  daysBetween,
  learningSvg,
  manualShareByDay,
  rulesByDay,
} from "../../report/mod.ts";
import type { OrchContext } from "../context.ts";
import { print } from "../print.ts";
import { openJournal } from "../world.ts";
import type { Subject } from "./subject.ts";
import { writeOut } from "./write_out.ts";

/** How many days are drawn at most. */
const mostDays = 90;

/**
 * Draws what reached a person each day, and how many rules there were.
 *
 * @param context Where the command runs.
 * @param subject The agent.
 * @param out The new file.
 * @throws {OrchError} When there is nothing to draw, or such a file already.
 */
export async function drawPicture(
  context: OrchContext,
  { name, file }: Subject,
  out: string,
): Promise<void> {
  const now = context.clock.now();
  const since = now - (mostDays - 1) * 24 * 60 * 60 * 1000;
  using journal = openJournal(context);
  const shares = manualShareByDay(journal.requests.all({ agent: name, since }));
  const learned = file.rules.map((rule) => rule.learned.slice(0, 10));
  const known = [...shares.map(({ day }) => day), ...learned].sort();
  if (known[0] === undefined) {
    throw new OrchError(`${name} has asked and learned nothing yet`, {
      hint: `orch status`,
    });
  }
  const earliest = new Date(since).toISOString().slice(0, 10);
  const first = known[0] > earliest ? known[0] : earliest;
  const last = new Date(now).toISOString().slice(0, 10);
  const days = daysBetween(first, last);
  const svg = learningSvg({
    title: `What ${name} asked and learned`,
    shares,
    rules: rulesByDay(file.rules, days),
  });
  print(context, `Wrote ${await writeOut(context, out, svg)}`);
}
