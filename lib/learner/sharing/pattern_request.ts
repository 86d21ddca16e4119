import type { JudgedRequest } from "../request.ts";
import type { Pattern } from "../rule.ts";

/**
 * The request that an example of a rule stands for: most are commands, some are
 * files, addresses, searches and tools, written after a word that says so.
 *
 * @param pattern The rule's pattern.
 * @param example The example, such as `npm test` or `edit src/a.ts`.
 * @returns The request, `undefined` if the example cannot be read.
 */
export function requestOfExample(
  pattern: Pick<Pattern, "program">,
  example: string,
): JudgedRequest | undefined {
  const rest = example.slice(example.indexOf(" ") + 1);
  switch (pattern.program) {
    case "edit file":
    case "write file":
    case "read file": {
      const kind = pattern.program.split(" ")[0]!;
      return { kind, path: rest, complete: true };
    }
    case "fetch address":
      return { kind: "fetch", url: rest, complete: true };
    case "web search":
      return { kind: "fetch", query: rest, complete: true };
    case "mcp tool":
      return callOf(rest);
    default:
      return { kind: "command", command: example, complete: true };
  }
}

function callOf(example: string): JudgedRequest | undefined {
  const found = /^(\S+) (\S+) (\{.*\})$/.exec(example);
  if (found === null) return undefined;
  const [, server, tool, text] = found;
  try {
    const input = JSON.parse(text!) as Record<string, unknown>;
    return { kind: "mcp", server: server!, tool: tool!, input, complete: true };
  } catch {
    return undefined;
  }
}

/**
 * The shortest example that a pattern may have.
 *
 * @param pattern The pattern, of more than one command.
 * @returns The example, `undefined` if there is none that is the shortest.
 */
export function shortestExample(pattern: Pattern): string | undefined {
  const { program = "", subcommand = [], operands = [], host } = pattern;
  const words = operands.filter((kind) => kind.startsWith("="))
    .map((kind) => kind.slice(1));
  switch (program) {
    case "any-reader":
    case "edit file":
    case "write file":
    case "read file":
      return undefined;
    case "fetch address":
      return host === undefined ? undefined : `fetch https://${host}/`;
    case "web search":
      return "search it";
    case "mcp tool":
      return ["mcp", ...subcommand, "{}"].join(" ");
    case "curl":
    case "wget":
      return host === undefined ? program : `${program} http://${host}/`;
    default:
      return [program, ...subcommand, ...words].join(" ");
  }
}
