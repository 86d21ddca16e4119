import type { NewRequest } from "./request_record.ts";

/**
 * Runs a test in a folder of its own, and removes it.
 *
 * @param run The test; it is given the folder.
 */
export async function withFolder(
  run: (folder: string) => void | Promise<void>,
): Promise<void> {
  const folder = await Deno.makeTempDir({ prefix: "orch-journal-" });
  try {
    await run(folder);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

/**
 * A request for tests.
 *
 * @param fields What differs from a request for `npm test`.
 * @returns The request.
 */
export function newRequest(fields: Partial<NewRequest> = {}): NewRequest {
  return {
    agent: "web",
    pane: "%1",
    server: "42 1700000000",
    fingerprint: "f1",
    request: { kind: "command", command: "npm test" },
    summary: "npm test",
    seen: 1000,
    ...fields,
  };
}
