import { leftovers, type Tmux } from "../../tmux/mod.ts";
import type { Finding } from "./finding.ts";

/**
 * Tells what orch has on a tmux server, and what killed monitors have left.
 *
 * @param tmux The server; `undefined` when none runs.
 * @returns The findings.
 */
export async function serverFindings(
  tmux: Tmux | undefined,
): Promise<Finding[]> {
  const name = "tmux server";
  if (!tmux) return [{ name, ok: true, detail: "not running" }];
  const agents = (await tmux.panes()).filter((pane) => pane.agent);
  const { hooks, staleHooks, clients, deadClients } = await leftovers(tmux);
  const left = [
    ...(staleHooks.length > 0
      ? [`${staleHooks.length} hooks (${staleHooks.join(", ")})`]
      : []),
    ...(deadClients.length > 0
      ? [`tmux clients (process ${deadClients.join(", ")})`]
      : []),
  ];
  return [
    {
      name,
      ok: true,
      detail: `${agents.length} panes with agents` +
        (hooks.length > 0
          ? `, ${hooks.length} hooks and ${clients.length} clients of orch's`
          : ""),
    },
    ...(left.length === 0 ? [] : [{
      name: "left by a killed monitor",
      ok: true,
      detail: left.join(", "),
      hint: "orch monitor takes them away when it starts",
    }]),
  ];
}
