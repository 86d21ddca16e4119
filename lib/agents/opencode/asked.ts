import { isAbsolute, resolve } from "node:path/posix";
import type { HookRequest } from "../agent.ts";
import { given, textOf } from "../json.ts";

/** What OpenCode asks a permission for, as it tells its plugins. */
export interface Asked {
  /** The permission: a tool's name, or that of a rule across tools. */
  readonly permission: string;
  /** What the tool tells about it. */
  readonly metadata: Readonly<Record<string, unknown>>;
  /** The tool that is called. */
  readonly tool: string | undefined;
  /** What it is called with. */
  readonly input: Readonly<Record<string, unknown>>;
  /** The folder that OpenCode works in. */
  readonly directory: string | undefined;
  /** The MCP servers it knows. */
  readonly servers: readonly string[];
}

/** What was asked for, and where it would be done. */
export interface Found extends HookRequest {
  /** The folder, if told. */
  readonly directory?: string;
}

/** A path as OpenCode takes it. */
function absolute(path: unknown, asked: Asked): string | undefined {
  const text = textOf(path);
  if (text === undefined) return undefined;
  if (isAbsolute(text)) return text;
  return asked.directory && isAbsolute(asked.directory)
    ? resolve(asked.directory, text)
    : undefined;
}

function command(asked: Asked): Found {
  const { metadata, input, directory } = asked;
  const text = textOf(metadata.command);
  // Two tellings of one call that differ are not understood.
  const same = input.command === undefined || input.command === text;
  return {
    kind: "command",
    ...given({
      command: same ? text : undefined,
      description: textOf(input.description),
      directory: input.workdir === undefined
        ? directory
        : absolute(input.workdir, asked),
    }),
  };
}

function file(kind: "edit" | "write", asked: Asked): Found {
  const { metadata, directory } = asked;
  const several = typeof metadata.files === "number" && metadata.files !== 1;
  // A patch names its files in one text.
  const path = several ? undefined : absolute(metadata.filepath, asked);
  return { kind, ...given({ path, directory }) };
}

/** The server whose name a tool's begins with; the longest counts. */
function mcp(asked: Asked): Found {
  const name = asked.permission;
  const server =
    asked.servers.filter((one) =>
      name.startsWith(`${one.replace(/[^a-zA-Z0-9_-]/g, "_")}_`)
    ).sort((a, b) => b.length - a.length)[0];
  return {
    kind: "mcp",
    ...given({
      server,
      tool: server === undefined ? name : name.slice(server.length + 1),
      input: server === undefined ? undefined : asked.input,
      directory: asked.directory,
    }),
  };
}

/**
 * What reaches outside of the project is asked for by its folder first, and
 * most of it by itself right after. Reading is not: this is all that is asked.
 */
function outside(asked: Asked): Found {
  const { tool, metadata, directory } = asked;
  return tool === "read"
    ? {
      kind: "read",
      ...given({ path: absolute(metadata.filepath, asked), directory }),
    }
    : {
      kind: "trust",
      ...given({ path: textOf(metadata.parentDir), directory }),
    };
}

/**
 * Says what a permission is asked for.
 *
 * @param asked What OpenCode tells.
 * @returns The request as far as it is known.
 *
 * @example Usage
 * ```ts
 * import { askedBy } from "./asked.ts";
 * import assert from "node:assert/strict";
 *
 * const found = askedBy({
 *   permission: "edit",
 *   metadata: { filepath: "/src/shop/app.js" },
 *   tool: "write",
 *   input: {},
 *   directory: "/src/shop",
 *   servers: [],
 * });
 * assert.deepEqual(found, {
 *   kind: "write",
 *   path: "/src/shop/app.js",
 *   directory: "/src/shop",
 * });
 * ```
 */
export function askedBy(asked: Asked): Found {
  const { permission, tool, input, directory } = asked;
  switch (permission) {
    case "bash":
      return command(asked);
    case "edit":
      return file(tool === "write" ? "write" : "edit", asked);
    case "read":
      return {
        kind: "read",
        ...given({ path: absolute(input.filePath, asked), directory }),
      };
    case "glob":
    case "grep":
    case "list":
      return {
        kind: "read",
        ...given({
          path: input.path === undefined
            ? directory
            : absolute(input.path, asked),
          directory,
        }),
      };
    case "webfetch":
      return { kind: "fetch", ...given({ url: textOf(input.url), directory }) };
    case "websearch":
      return {
        kind: "fetch",
        ...given({ query: textOf(input.query), directory }),
      };
    case "external_directory":
      return outside(asked);
    case "doom_loop":
      return { kind: "question", ...given({ directory }) };
    case "task":
      return {
        kind: "mcp",
        ...given({
          tool: "task",
          description: textOf(input.description),
          directory,
        }),
      };
    default:
      return mcp(asked);
  }
}
