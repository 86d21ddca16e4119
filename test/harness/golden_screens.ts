import type { AgentState, Request, Screen } from "../../lib/agents/mod.ts";
import type { Expected, RecordedScreen } from "../agents/lab/scenario.ts";

/** A screen of a real client, and what it must be read as. */
export interface GoldenScreen {
  /** The file's name. */
  readonly file: string;
  /** The screen as a reader gets it, in colour. */
  readonly screen: Required<Omit<Screen, "title">> & Pick<Screen, "title">;
  /** What it must be read as. */
  readonly expected: Expected;
}

/**
 * Loads what `deno task test:capture` has recorded of a kind of agent.
 *
 * @param kind The kind.
 * @returns The screens.
 */
export async function goldenScreens(kind: string): Promise<GoldenScreen[]> {
  const folder = new URL(`../fixtures/${kind}/`, import.meta.url);
  const index: RecordedScreen[] = JSON.parse(
    await Deno.readTextFile(new URL("screens.json", folder)),
  );
  return await Promise.all(
    index.map(async ({ file, expected, ...size }) => ({
      file,
      expected,
      screen: { ...size, text: await Deno.readTextFile(new URL(file, folder)) },
    })),
  );
}

/**
 * Takes the escapes out of a screen's text.
 *
 * @param text The text.
 */
export function withoutColours(text: string): string {
  // deno-lint-ignore no-control-regex
  return text.replace(/\x1b\[[0-9;:]*m/g, "");
}

/**
 * Picks the request out of what was read.
 *
 * @param state What was read.
 * @returns The request; `undefined` unless the agent asks.
 */
export function requestOf(state: AgentState): Request | undefined {
  return state.state === "asking" ? state.request : undefined;
}
