/**
 * Serves a {@linkcode ModelApi} on a loopback port: `model_process.ts DIALECT PORT`.
 *
 * It is steered by lines of JSON on its input and tells events as lines of
 * JSON on its output, so that it can run in a network namespace of its own.
 *
 * @module
 */
import { type DialectName, dialects } from "./dialects.ts";
import { ModelApi } from "./model_api.ts";
import type { Turn } from "./turn.ts";

/** A line on its input. */
export type ModelOrder =
  | { readonly queue: readonly Turn[] }
  | { readonly clear: true }
  | { readonly release: true };

function tell(line: unknown): void {
  Deno.stdout.writeSync(new TextEncoder().encode(JSON.stringify(line) + "\n"));
}

function obey(api: ModelApi, order: ModelOrder): void {
  if ("queue" in order) api.queue(...order.queue);
  else if ("clear" in order) api.clear();
  else api.release();
}

if (import.meta.main) {
  const [name, port] = Deno.args;
  const api = new ModelApi(dialects[name as DialectName], tell);
  const server = Deno.serve({
    hostname: "127.0.0.1",
    port: Number(port),
    onListen: () => tell({ event: "ready" }),
  }, (request) => api.answer(request));
  let rest = "";
  const orders = Deno.stdin.readable.pipeThrough(new TextDecoderStream());
  for await (const part of orders) {
    const lines = (rest + part).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) obey(api, JSON.parse(line));
  }
  // A turn that is still held back would keep the server from ending.
  api.release();
  await server.shutdown();
}
