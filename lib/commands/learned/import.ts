import { resolve } from "node:path";
import { ExitCode, OrchError } from "../../errors/mod.ts";
import { realPath } from "../../files/mod.ts";
import { readAgentFile } from "../../learner/mod.ts";
import type { OrchContext } from "../context.ts";
import { printJson } from "../print.ts";
import { printImported } from "./imported_text.ts";
import type { ImportFlags } from "./mod.ts";
import { projectOf, subjectOf } from "./subject.ts";
import { takeOver } from "./take_over.ts";

/** Runs `orch learned import`. */
export async function importFile(
  this: OrchContext,
  flags: ImportFlags,
  name: string,
  path: string,
): Promise<void> {
  const subject = await subjectOf(this, name);
  const project = projectOf(
    subject,
    flags.project && realPath(resolve(this.directory, flags.project)),
  );
  const absolute = resolve(this.directory, path);
  const offered = await readAgentFile(absolute);
  if (offered === undefined) {
    throw new OrchError(`There is no file ${absolute}`, {
      hint: "orch learned export --json NAME --out FILE",
      exitCode: ExitCode.notFound,
    });
  }
  const imported = await takeOver(this, subject, offered.rules, {
    source: offered.name,
    project,
    trust: flags.trust,
  });
  if (flags.json) return printJson(this, { agent: name, project, imported });
  printImported(this, name, imported);
}
