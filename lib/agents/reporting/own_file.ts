import type { HookFile, HookOptions } from "../agent.ts";

/**
 * A file of orch's own: written as it is, and removed as a whole.
 *
 * @param path Where it is. Absolute.
 * @param text What it holds.
 * @returns The file.
 */
export function ownFile(path: string, text: string): HookFile {
  return { path, own: true, add: () => text, remove: () => undefined };
}

/**
 * A file of orch's own that holds JSON.
 *
 * @param path Where it is. Absolute.
 * @param value What it holds.
 * @returns The file.
 */
export function ownJsonFile(path: string, value: unknown): HookFile {
  return ownFile(path, `${JSON.stringify(value, null, 2)}\n`);
}

/**
 * The file from which `curl` reads the headers of a report. It keeps the secret
 * off the list of processes.
 *
 * @param options The agent and where it reports to.
 * @returns The file.
 */
export function headersFile({ address, folder }: HookOptions): HookFile {
  return ownFile(
    `${folder}/headers`,
    `Authorization: Bearer ${address.secret}\n` +
      "Content-Type: application/json\n",
  );
}
