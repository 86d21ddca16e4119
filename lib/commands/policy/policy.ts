import { resolve } from "node:path";
import { ExitCode, OrchError } from "../../errors/mod.ts";
import { exists, realPath } from "../../files/mod.ts";
import {
  editorSchema,
  type KnownPolicy,
  Policies,
  troubleIn,
} from "../../policy/mod.ts";
import type { OrchContext } from "../context.ts";
import { print, printJson } from "../print.ts";
import { pathsFor } from "../world.ts";
import type { PolicyFlags } from "./mod.ts";

/** Runs `orch policy`. */
export async function policy(
  this: OrchContext,
  flags: PolicyFlags,
): Promise<void> {
  if (flags.schema) return printJson(this, await editorSchema());
  const paths = pathsFor(this);
  const policies = new Policies(paths);
  const folder = flags.project ?? this.directory;
  const project = realPath(resolve(this.directory, folder));
  if (!await exists(project)) {
    throw new OrchError(`There is no folder ${project}`, {
      hint: "orch policy --project DIR",
      exitCode: ExitCode.notFound,
    });
  }
  if (flags.accept && await policies.accept(project) === undefined) {
    throw new OrchError(`There is no ${project}/orch.yaml`, {
      hint: "orch policy --accept --project DIR",
      exitCode: ExitCode.notFound,
    });
  }
  const known = await policies.of(project);
  if (known.broken) this.process.exitCode = ExitCode.usage;
  const trouble = troubleIn(known, project);
  if (flags.json) {
    const { policy, secrets, tools } = known;
    return printJson(this, {
      project,
      ...policy,
      secrets,
      tools,
      unaccepted: known.unaccepted !== undefined,
      trouble: trouble?.message ?? null,
    });
  }
  print(this, `For agents in ${project}:`);
  for (const line of linesOf(known)) print(this, `  ${line}`);
  print(this, `\nfrom ${project}/orch.yaml and ${paths.config}`);
  if (trouble === undefined) return;
  print(this, trouble.message);
  if (trouble.hint !== undefined) print(this, `  try: ${trouble.hint}`);
}

function linesOf({ policy, secrets, tools }: KnownPolicy): string[] {
  const lines = [
    ...policy.deny.map((pattern) => `deny    ${pattern}`),
    ...policy.ask.map((pattern) => `ask     ${pattern}`),
    ...policy.allow.map((pattern) => `allow   ${pattern}`),
    ...secrets.map((pattern) => `secret  ${pattern}`),
    ...Object.entries(tools).map(([name, { tier, does }]) =>
      `tool    ${name}: ${tier}, ${does}`
    ),
  ];
  return lines.length === 0 ? ["nothing is laid down"] : lines;
}
