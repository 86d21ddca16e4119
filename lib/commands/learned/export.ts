import { resolve } from "node:path";
import { ExitCode, OrchError } from "../../errors/mod.ts";
import type { OrchContext } from "../context.ts";
import { print } from "../print.ts";
import { withLent } from "./lent.ts";
import type { ExportFlags } from "./mod.ts";
import { filterRules } from "./rule_filter.ts";
import { subjectOf } from "./subject.ts";
import { writeOut } from "./write_out.ts";

/** Runs `orch learned export`. */
export async function exportRules(
  this: OrchContext,
  flags: ExportFlags,
  name: string,
): Promise<void> {
  if (flags.prefixes && flags.to !== "codex") {
    throw new OrchError("Only Codex's rules are prefixes", {
      hint: "the same command without --prefixes",
      exitCode: ExitCode.usage,
    });
  }
  const subject = await subjectOf(this, name);
  const { file } = subject;
  const { to } = flags;
  // What it is lent stays its lender's; its program is to know it all the same.
  const all = to === undefined
    ? file.rules
    : await withLent(this, { ...subject, rules: file.rules });
  const rules = filterRules(all, flags, this);
  const text = to === undefined
    // As an agent file, so that it can be read like one; nothing else of it.
    ? `${
      JSON.stringify(
        {
          name,
          ...(file.kind !== undefined && { kind: file.kind }),
          rules,
          projects: {},
        },
        undefined,
        2,
      )
    }\n`
    : (await import("./native_text.ts")).nativeText(this, to, subject, {
      rules,
      unbound: flags.unbound,
      prefixes: flags.prefixes,
      project: flags.project && resolve(this.directory, flags.project),
    });
  if (flags.out === undefined) return void this.process.stdout.write(text);
  const path = await writeOut(this, flags.out, text);
  print(this, `Wrote ${path}`);
}
