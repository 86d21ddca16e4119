/**
 * An MCP server for clients in the lab, `tracker`, on standard input and
 * output: its one tool, `create_ticket`, adds the ticket's title as a line to
 * the file that is its argument.
 *
 * @module
 */

/** A request or a notification; the latter has no id. */
interface Message {
  readonly id?: number | string;
  readonly method?: string;
  readonly params?: {
    readonly protocolVersion?: string;
    readonly arguments?: { readonly title?: unknown };
  };
}

/**
 * Says how a client starts the server.
 *
 * @param file Where the tickets go.
 * @returns The program and its arguments.
 */
export function trackerCommand(file: string): [string, ...string[]] {
  return [
    Deno.execPath(),
    "run",
    "--quiet",
    "--no-config",
    "--no-prompt",
    `--allow-write=${file}`,
    new URL(import.meta.url).pathname,
    file,
  ];
}

const tool = {
  name: "create_ticket",
  description: "Creates a ticket",
  inputSchema: {
    type: "object",
    properties: { title: { type: "string" } },
    required: ["title"],
  },
};

function resultOf({ method, params }: Message, file: string): unknown {
  if (method === "initialize") {
    return {
      protocolVersion: params?.protocolVersion ?? "2025-06-18",
      capabilities: { tools: {} },
      serverInfo: { name: "tracker", version: "1.0.0" },
    };
  }
  if (method === "tools/list") return { tools: [tool] };
  if (method !== "tools/call") return {};
  const title = String(params?.arguments?.title);
  Deno.writeTextFileSync(file, `${title}\n`, { append: true });
  return { content: [{ type: "text", text: `Created: ${title}` }] };
}

if (import.meta.main) {
  const file = Deno.args[0]!;
  let rest = "";
  const input = Deno.stdin.readable.pipeThrough(new TextDecoderStream());
  for await (const part of input) {
    const lines = (rest + part).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines.filter((line) => line.trim() !== "")) {
      const message: Message = JSON.parse(line);
      if (message.id === undefined) continue;
      const result = resultOf(message, file);
      const reply = { jsonrpc: "2.0", id: message.id, result };
      const text = JSON.stringify(reply) + "\n";
      Deno.stdout.writeSync(new TextEncoder().encode(text));
    }
  }
}
