import { revokeRule, updateAgentFile } from "../../learner/mod.ts";
import type { OrchContext } from "../context.ts";
import type { JsonFlag } from "../flags.ts";
import { print, printJson } from "../print.ts";
import { findRule } from "./find_rules.ts";
import { noteChange } from "./note_change.ts";
import { shownText } from "./shown_text.ts";
import { subjectOf } from "./subject.ts";

/** Runs `orch learned revoke`. */
export async function revoke(
  this: OrchContext,
  flags: JsonFlag,
  name: string,
  ...wanted: string[]
): Promise<void> {
  const subject = await subjectOf(this, name);
  const { rules: known } = subject.file;
  // All are found before any is taken back.
  const rules = wanted.map((one) => findRule({ name, rules: known }, one));
  const ids = [...new Set(rules.map(({ id }) => id))];
  const now = this.clock.now();
  const file = await updateAgentFile(subject.path, name, (file) => ({
    ...file,
    rules: ids.reduce((rules, id) => revokeRule(rules, id, now), [
      ...file.rules,
    ]),
  }));
  const revoked = file.rules.filter(({ id }) => ids.includes(id));
  noteChange(this, name, "revoke", revoked);
  if (flags.json) return printJson(this, { agent: name, revoked });
  for (const { title } of revoked) {
    print(this, `Revoked ${shownText(title)}: it is asked from now on.`);
  }
}
