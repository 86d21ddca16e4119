/**
 * Listens on a loopback port for what a client's hooks report:
 * `hook_process.ts PORT`.
 *
 * A line of JSON on its input says what it answers from then on; each report
 * is a line of JSON on its output, so that it can run in a network namespace
 * of its own.
 *
 * @module
 */

/** A line on its input: what is answered to reports of permissions. */
export interface HookOrder {
  /** The HTTP status; 200 if unset. */
  readonly status?: number;
  /** The body. */
  readonly text: string;
  /** How long the answer takes, in milliseconds; none if unset. */
  readonly delay?: number;
}

/** A report. */
export interface HookReport {
  /** When it came in, in milliseconds since 1970. */
  readonly at: number;
  /** What came as `Authorization`. */
  readonly authorization: string | null;
  /** What was sent, as text. */
  readonly body: string;
}

function tell(line: unknown): void {
  Deno.stdout.writeSync(new TextEncoder().encode(JSON.stringify(line) + "\n"));
}

if (import.meta.main) {
  let order: HookOrder = { text: "{}" };
  const server = Deno.serve({
    hostname: "127.0.0.1",
    port: Number(Deno.args[0]),
    onListen: () => tell({ ready: true }),
  }, async (request) => {
    const report: HookReport = {
      at: Date.now(),
      authorization: request.headers.get("authorization"),
      body: await request.text(),
    };
    tell(report);
    const asks = /"PermissionRequest"|"event":"permission"/.test(report.body);
    const { status = 200, text, delay = 0 }: HookOrder = asks
      ? order
      : { text: "{}" };
    if (delay > 0) await new Promise((resolve) => setTimeout(resolve, delay));
    return new Response(text, {
      status,
      headers: { "content-type": "application/json" },
    });
  });
  let rest = "";
  const orders = Deno.stdin.readable.pipeThrough(new TextDecoderStream());
  for await (const part of orders) {
    const lines = (rest + part).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) {
      order = JSON.parse(line);
      tell({ ordered: true });
    }
  }
  await server.shutdown();
}
