import { findInstalled, type InstalledAgent } from "../../team/mod.ts";
import type { OrchContext } from "../context.ts";
import { print, printJson } from "../print.ts";
import { cut, table } from "../table.ts";
import type { AgentsFlags } from "./mod.ts";

/** Runs `orch agents`. */
export async function agents(
  this: OrchContext,
  flags: AgentsFlags,
): Promise<void> {
  const found = await findInstalled({
    path: this.environment("PATH") ?? "",
    clock: this.clock,
  });
  if (flags.json) return printJson(this, { agents: found.map(document) });
  const width = this.terminal.output ? this.terminal.size().columns : 200;
  const head = ["KIND", "NAME", "INSTALLED", "KNOWN", "HOOKS", "PROGRAM"];
  const rows = found.map((one) => [
    one.agent.kind,
    one.agent.label,
    installedText(one),
    one.agent.versions.join(", ") || "-",
    one.agent.hooks ? "yes" : "no",
    one.path ?? one.agent.program,
  ]);
  for (const row of table(head, rows)) print(this, cut(row, width));
  const newer = found.filter((one) => one.newer);
  if (newer.length === 0) return;
  print(this);
  for (const { agent, version } of newer) {
    print(
      this,
      `${agent.label} ${version} is newer than what orch was made for: ` +
        "dialogs that it does not know will wait for you",
    );
  }
}

function installedText({ agent, installed, version }: InstalledAgent): string {
  if (!installed) return "no";
  if (agent.kind === "rehearsal") return "with orch";
  return version ?? "unknown version";
}

function document({ agent, installed, path, version, newer }: InstalledAgent) {
  return {
    kind: agent.kind,
    label: agent.label,
    program: agent.program,
    installed,
    path: path ?? null,
    version: version ?? null,
    versions: agent.versions,
    hooks: agent.hooks !== undefined,
    newer,
  };
}
