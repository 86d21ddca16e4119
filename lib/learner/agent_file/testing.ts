import { preapprovals } from "../setup/mod.ts";
import { home, project } from "../testing.ts";
import type { Rule } from "../rule.ts";
import type { AgentFile } from "./agent_file.ts";

/**
 * Runs a test with the path of an agent's file in a folder of its own.
 *
 * @param test The test; it is given the path, at which there is nothing yet,
 * and the folder.
 */
export async function inFolder(
  test: (path: string, folder: string) => Promise<void>,
): Promise<void> {
  const folder = await Deno.makeTempDir({ prefix: "orch-agent-file-" });
  try {
    await test(`${folder}/.claude-agent-web.json`, folder);
  } finally {
    await Deno.chmod(folder, 0o700);
    await Deno.remove(folder, { recursive: true });
  }
}

/**
 * Lists what is in a folder.
 *
 * @param folder The folder.
 * @returns The names, in any order.
 */
export async function namesIn(folder: string): Promise<string[]> {
  return (await Array.fromAsync(Deno.readDir(folder))).map(({ name }) => name);
}

/** Rules to keep in a file. */
export const rules: readonly Rule[] = preapprovals(
  { kinds: ["node"], commands: ["npm test", "npm run build"] },
  { project, home, now: 0 },
);

/**
 * Changes nothing in a file.
 *
 * @param file The file.
 * @returns The same file.
 */
export const same = (file: AgentFile): AgentFile => file;
