import { readAddress } from "../places/mod.ts";
import {
  Assessment,
  assessReadPath,
  type Judgement,
  type Scene,
} from "../assessment/mod.ts";
import { judgementOf } from "./judgement_of.ts";
import { looksSecret } from "../../secrets/mod.ts";
import {
  changingQuery,
  changingVerbs,
  changingWords,
  codeArguments,
  looksLikeQuery,
  pathArguments,
  queryArguments,
  readingVerbs,
} from "./tables/tool_verbs.ts";

/** A call of an MCP server's tool. */
export interface ToolCall {
  /** The server. */
  readonly server: string;
  /** The tool. */
  readonly tool: string;
  /** What it is called with. */
  readonly input: Readonly<Record<string, unknown>>;
}

/** A value in what a tool is called with, and the names that lead to it. */
interface Argument {
  readonly names: readonly string[];
  readonly value: unknown;
}

/** How many values are looked at, and how deep. */
const most = { values: 200, depth: 6, text: 10_000 } as const;

/**
 * Judges a call of an MCP server's tool by its name and by what it is given.
 *
 * Nobody knows what a server does with a call. What its name says that it
 * changes something is a person's, every time; what it says that it only looks
 * is learned as the kinds of its arguments; any other by its very words.
 *
 * @param call The call.
 * @param scene Where paths start.
 * @returns What the tables say.
 */
export function judgeTool(call: ToolCall, scene: Scene): Judgement {
  const { server, tool, input } = call;
  const found = new Assessment("mcp tool");
  const text = `mcp ${server} ${tool} ${JSON.stringify(sorted(input))}`;
  if (!plainName.test(server) || !plainName.test(tool)) {
    found.never("critical", "calls a tool with an odd name");
    return judgementOf(text, found);
  }
  found.subcommand = [server, tool];
  found.does("fetch", `asks ${server} by ${tool}`);
  found.once(`asks ${server} by ${tool}`);
  switch (meaningOf(tool, server)) {
    case "changes":
      found.never("remote", `may change something in ${server}, by ${tool}`);
      break;
    case "unknown":
      found.exactly(`calls ${tool} of ${server}, which is not known`);
      break;
    case "reads":
      break;
  }
  const values = argumentsOf(input);
  if (values === undefined || text.length > most.text) {
    found.never("remote", `gives ${tool} more than can be looked at`);
  }
  for (const argument of values ?? []) assessArgument(argument, found, scene);
  return judgementOf(text, found);
}

const plainName = /^[\w.:/@-]{1,128}$/;

/** What a tool's name says that it does. */
function meaningOf(
  tool: string,
  server: string,
): "reads" | "changes" | "unknown" {
  const own = wordsOf(server);
  const words = wordsOf(tool);
  // Many tools are called after their server: `github_get_issue`.
  const first = words.find((word) => !own.includes(word)) ?? "";
  if (words.some((word) => changingWords.has(word))) return "changes";
  if (changingVerbs.has(first)) return "changes";
  const both = words.findIndex((word) => /^(and|or|then)$/.test(word));
  if (both >= 0 && changingVerbs.has(words[both + 1] ?? "")) return "changes";
  return readingVerbs.has(first) ? "reads" : "unknown";
}

function wordsOf(name: string): string[] {
  return name.replace(/([a-z\d])([A-Z])/g, "$1 $2").toLowerCase()
    .split(/[^a-z\d]+/).filter((word) => word !== "");
}

function assessArgument(
  { names, value }: Argument,
  found: Assessment,
  scene: Scene,
): void {
  const name = names.findLast((one) => !/^\d+$/.test(one)) ?? "";
  const shown = names.filter((one) => !/^\d+$/.test(one)).join(".");
  const kind = (of: string) => found.operand(`${shown}:${of}`);
  if (codeArguments.test(name) && value !== null) {
    return found.never("critical", `gives ${shown} to run`);
  }
  if (typeof value !== "string") return kind(value === null ? "none" : "value");
  if (looksSecret(value) || looksSecret(`${name}=${value}`)) {
    return found.never("critical", "sends what looks secret");
  }
  if (queryArguments.test(name) && looksLikeQuery.test(value)) {
    if (changingQuery.test(value) || /;\s*\S/.test(value)) {
      return found.never("remote", `may change data, by ${shown}`);
    }
    return kind("query");
  }
  if (/^file:/i.test(value)) {
    return found.never("critical", `gives ${value} for an address`);
  }
  if (/^[a-z][\w+.-]*:\/\//i.test(value)) {
    const address = readAddress(value);
    if (address === undefined || !/^https?:/.test(value)) {
      return found.never("critical", `gives ${value} for an address`);
    }
    return kind(`host=${address.host}:${address.port}`);
  }
  const path = pathArguments.test(name) || /^(\/|~|\.{1,2}\/)/.test(value) ||
    /(^|\/)\.\.(\/|$)/.test(value);
  if (path && value !== "") {
    assessReadPath(
      value.replace(/^~(?=\/|$)/, scene.home),
      found,
      scene,
    );
    return kind("path");
  }
  kind(/^[\w.:@#-]{1,64}$/.test(value) ? "word" : "text");
}

/** All values, by the names that lead to them; `undefined` if too many. */
function argumentsOf(input: unknown): Argument[] | undefined {
  const values: Argument[] = [];
  const walk = (value: unknown, names: readonly string[]): boolean => {
    if (names.length > most.depth || values.length >= most.values) return false;
    if (typeof value !== "object" || value === null) {
      values.push({ names, value });
      return true;
    }
    return Object.entries(value).every(([name, inner]) =>
      /^[\w.$@-]{1,64}$/.test(name) && walk(inner, [...names, name])
    );
  };
  return walk(input, []) ? values : undefined;
}

/** The same value with names in order, so that equal calls have equal texts. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).sort(([a], [b]) => a < b ? -1 : 1)
      .map(([name, inner]) => [name, sorted(inner)]),
  );
}
