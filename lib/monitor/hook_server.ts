import { hostOf, pathOf } from "./hook_address.ts";
import { isSameSecret } from "./hook_secret.ts";

/** More than any report holds, in bytes; one of a write has the whole file. */
const largest = 8 * 1024 * 1024;

/** What a report leads to: the reply's body, or nothing to say. */
export type HookReply = Readonly<Record<string, unknown>> | undefined;

/** What {@linkcode serveHooks} is told. */
export interface HookServerOptions {
  /** The port, on loopback. */
  readonly port: number;
  /**
   * Gives an agent's secret.
   *
   * @param name The agent's name, as somebody has sent it.
   */
  readonly secretOf: (name: string) => Promise<string | undefined>;
  /**
   * Takes a report in. Whoever has sent it knows the agent's secret.
   *
   * @param name The agent's name.
   * @param body The report, parsed from JSON.
   * @param left Aborted when the agent waits for no reply any more.
   * @returns What is replied.
   */
  readonly take: (
    name: string,
    body: unknown,
    left: AbortSignal,
  ) => Promise<HookReply>;
  /** Called with what went wrong; the agent shows its own dialog then. */
  readonly failed: (name: string, error: unknown) => void;
}

/**
 * Listens on loopback for what agents report.
 *
 * Only a POST to an agent's own path with its secret is considered. Whoever has
 * the wrong secret, or names an agent that there is not, learns nothing from
 * the reply. Browsers are turned away: nothing that carries an origin is taken,
 * nor what was sent to another host than this one, and no reply may be read by
 * a page. What is not understood gets a reply without words, which leaves the
 * agent its own dialog.
 *
 * Requires `--allow-net=127.0.0.1`.
 *
 * @param options The port, and who takes the reports.
 * @returns The server; shut it down.
 * @throws {Deno.errors.AddrInUse} When somebody else has the port.
 */
export function serveHooks(
  options: HookServerOptions,
): Deno.HttpServer<Deno.NetAddr> {
  const { port } = options;
  return Deno.serve(
    { hostname: "127.0.0.1", port, onListen: () => {} },
    (request) => handle(request, options),
  );
}

async function handle(
  request: Request,
  options: HookServerOptions,
): Promise<Response> {
  const { headers, method } = request;
  if (headers.get("host") !== hostOf(options.port)) return empty(403);
  if (headers.has("origin")) return empty(403);
  if (method !== "POST") return empty(405);
  const { pathname } = new URL(request.url);
  const name = pathname.slice(pathOf("").length);
  const [, given = ""] = /^Bearer (\S+)$/.exec(
    headers.get("authorization") ?? "",
  ) ?? [];
  try {
    const known = pathname === pathOf(name)
      ? await options.secretOf(name)
      : undefined;
    if (!isSameSecret(given, known)) return empty(401);
    const text = await textOf(request);
    if (text === undefined) return empty(413);
    const body = parsed(text);
    if (body === undefined) return empty(400);
    const reply = await options.take(name, body.value, request.signal);
    return reply === undefined ? empty(200) : Response.json(reply);
  } catch (error) {
    options.failed(name, error);
    return empty(500);
  }
}

function empty(status: number): Response {
  return new Response(null, { status });
}

/** The body; `undefined` when it is too large. */
async function textOf(request: Request): Promise<string | undefined> {
  if (Number(request.headers.get("content-length") ?? 0) > largest) {
    return undefined;
  }
  const decoder = new TextDecoder();
  let text = "";
  let bytes = 0;
  for await (const chunk of request.body ?? []) {
    bytes += chunk.length;
    if (bytes > largest) return undefined;
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

function parsed(text: string): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}
