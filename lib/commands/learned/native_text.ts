import {
  claudeNativeRules,
  codexNativeRules,
  geminiNativeRules,
  opencodeNativeRules,
} from "../../agents/mod.ts";
import { portableRules, type Rule } from "../../learner/mod.ts";
import type { OrchContext } from "../context.ts";
import type { nativeKinds } from "./mod.ts";
import { shownText } from "./shown_text.ts";
import { judgingContext, projectOf, type Subject } from "./subject.ts";

const writers = {
  claude: claudeNativeRules,
  codex: codexNativeRules,
  gemini: geminiNativeRules,
  opencode: opencodeNativeRules,
} as const satisfies Record<(typeof nativeKinds)[number], unknown>;

/**
 * Writes an agent's rules as its program's own, and says on standard error
 * where they belong and which cannot be said.
 *
 * @param context Where the command runs.
 * @param to Whose syntax to write.
 * @param subject The agent.
 * @param options The rules, and their project if one was named.
 * @returns The file's text.
 */
export function nativeText(
  context: OrchContext,
  to: keyof typeof writers,
  subject: Subject,
  options: {
    readonly rules: readonly Rule[];
    readonly project: string | undefined;
    /** Whether to write also what holds only while what it runs is the same. */
    readonly unbound: boolean;
    /** Whether to allow by how a command begins, where nothing else is known. */
    readonly prefixes: boolean;
  },
): string {
  const project = projectOf(subject, options.project);
  const rules = portableRules(
    judgingContext(context, project, options.rules),
    options,
  );
  const { text, place, unsaid } = writers[to](rules, options);
  const note = (line: string) =>
    context.process.stderr.write(`${shownText(line)}\n`);
  note(`For ${place}.`);
  for (const title of unsaid) {
    note(`Left out: ${title}, as ${to} could only allow more than that`);
  }
  for (const { title, why } of rules.left) {
    note(`Left out: ${title}, as it ${why}`);
  }
  return text;
}
