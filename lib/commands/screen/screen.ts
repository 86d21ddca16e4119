import { type AgentState, requireAgentKind } from "../../agents/mod.ts";
import { ExitCode, OrchError } from "../../errors/mod.ts";
import type { OrchContext } from "../context.ts";
import { print } from "../print.ts";
import type { ScreenFlags } from "./mod.ts";

/** Runs `orch screen`. */
export async function screen(
  this: OrchContext,
  flags: ScreenFlags,
  ...files: string[]
): Promise<void> {
  const agent = requireAgentKind(flags.agent);
  for (const file of files) {
    const state = agent.read({ text: await textOf(file) });
    if (flags.json) print(this, JSON.stringify({ file, ...document(state) }));
    else print(this, `${file}: ${sentence(state)}`);
  }
}

async function textOf(file: string): Promise<string> {
  try {
    return await Deno.readTextFile(file);
  } catch (error) {
    throw new OrchError(
      `Cannot read the screen ${file}: ${
        error instanceof Error ? error.message : String(error)
      }`,
      { exitCode: ExitCode.notFound, hint: "tmux capture-pane -pe > FILE" },
    );
  }
}

function document(state: AgentState) {
  if (state.state !== "asking") return state;
  const { request } = state;
  const selected = request.selected === undefined
    ? undefined
    : request.options[request.selected];
  return {
    state: state.state,
    kind: request.kind,
    command: request.command ?? null,
    readings: request.readings ?? [],
    path: request.path ?? null,
    url: request.url ?? null,
    complete: request.complete,
    ...(request.incompleteBecause !== undefined &&
      { incompleteBecause: request.incompleteBecause }),
    options: request.options.map(({ key, label, meaning }) => ({
      key: key ?? null,
      label,
      meaning,
    })),
    selected: selected?.key ?? selected?.label ?? null,
    selectedIndex: request.selected ?? null,
    fingerprint: request.fingerprint,
  };
}

function sentence(state: AgentState): string {
  if (state.state !== "asking") {
    const draft = "draft" in state && state.draft !== undefined
      ? `, draft: ${state.draft}`
      : "";
    return `${state.state}${draft}`;
  }
  const { kind, command, path, url, complete, options, incompleteBecause } =
    state.request;
  const what = command ?? path ?? url ?? "";
  const rows = options.map((o) => `${o.key ?? "-"} ${o.label} [${o.meaning}]`);
  const cut = complete ? "" : ` (not whole: ${incompleteBecause})`;
  return [`asking, ${kind}${cut}: ${what}`, ...rows].join("\n    ");
}
