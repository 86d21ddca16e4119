import type { HookFileContent, Report } from "./hooks.ts";

/** How long a reply is waited for unless told, in milliseconds. */
const patience = 2000;

/** Sends a report, and gives the reply; `undefined` when there is none. */
export type PostReport = (report: Report) => Promise<unknown>;

/**
 * Makes what sends a rehearsal's reports.
 *
 * Requires `--allow-read` for the file and `--allow-net=127.0.0.1`.
 *
 * @param file The file that says where to; unset: nothing is sent.
 * @param wait How long a reply is waited for, in milliseconds.
 * @returns What sends them. It never fails.
 */
export async function reporter(
  file: string | undefined,
  wait: number = patience,
): Promise<PostReport> {
  if (file === undefined) return () => Promise.resolve(undefined);
  const content: HookFileContent = JSON.parse(await Deno.readTextFile(file));
  return async (report) => {
    try {
      const response = await fetch(content.url, {
        method: "POST",
        headers: {
          "authorization": `Bearer ${content.secret}`,
          "content-type": "application/json",
        },
        body: JSON.stringify(report),
        signal: AbortSignal.timeout(wait),
      });
      const text = await response.text();
      return response.ok && text !== "" ? JSON.parse(text) : undefined;
    } catch {
      return undefined;
    }
  };
}
