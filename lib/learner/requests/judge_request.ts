import {
  Assessment,
  assessReadPath,
  assessWritePath,
  type Judgement,
  type Scene,
} from "../assessment/mod.ts";
import { judgeFetch, judgeSearch } from "./judge_fetch.ts";
import { judgementOf } from "./judgement_of.ts";
import { judgeTool } from "./judge_tool.ts";
import { judgeLine, type Situation } from "../command_lines/mod.ts";
import { normalisePath, secretPlaces } from "../places/mod.ts";
import type { DecideContext, JudgedRequest } from "../request.ts";

/** A request, judged by the tables alone. */
export type JudgedReadings =
  | { readonly kind: "refused"; readonly reason: string }
  | {
    readonly kind: "judged";
    /** The parts of each way to read it; at least one. */
    readonly readings: readonly (readonly Judgement[])[];
    /** The line of each of them; nothing where no line was asked for. */
    readonly lines: readonly string[];
  };

/**
 * Judges every part of a request, in every reading.
 *
 * @param request What is asked for.
 * @param context Where it would happen.
 * @returns The parts, or why there is nothing to judge.
 */
export function judgeRequest(
  request: JudgedRequest,
  context: DecideContext,
): JudgedReadings {
  if (!request.complete) {
    return refused(request.incompleteBecause ?? "not all of it can be seen");
  }
  const situation = situationOf(context);
  if (situation === undefined) {
    return refused("it is not clear where it would happen");
  }
  switch (request.kind) {
    case "command": {
      const texts = new Set(request.readings ?? []);
      if (request.command !== undefined) texts.add(request.command);
      if (texts.size === 0) return refused("the command is not known");
      if (texts.size > mostReadings) {
        return refused("it can be read in too many ways");
      }
      return {
        kind: "judged",
        readings: [...texts].map((text) => judgeLine(text, situation)),
        lines: [...texts],
      };
    }
    case "write":
    case "edit":
    case "read":
      if (request.path === undefined || request.path === "") {
        return refused("the file is not known");
      }
      return single(judgeFile(request.kind, request.path, situation));
    case "fetch": {
      const { url, query } = request;
      if (url !== undefined && query === undefined) {
        return single(judgeFetch(url));
      }
      return query === undefined || url !== undefined
        ? refused("the address is not known")
        : single(judgeSearch(query));
    }
    case "mcp": {
      const { server, tool, input } = request;
      return server === undefined || tool === undefined || input === undefined
        ? refused("the tool and what it is given are not known")
        : single(judgeTool({ server, tool, input }, sceneOf(situation)));
    }
    default:
      return refused(`requests of the kind ${request.kind} go to a person`);
  }
}

const mostReadings = 64;

function single(judgement: Judgement): JudgedReadings {
  return { kind: "judged", readings: [[judgement]], lines: [] };
}

function sceneOf(situation: Situation): Scene {
  return { ...situation, input: "inherited", named: false };
}

function refused(reason: string): JudgedReadings {
  return { kind: "refused", reason };
}

function situationOf(context: DecideContext): Situation | undefined {
  const { project, home, directory = project, fingerprint, entries } = context;
  const { made, built } = context;
  const absolute = [project, home, directory].every((path) =>
    path.startsWith("/")
  );
  if (!absolute) return undefined;
  return {
    project: normalisePath(project),
    directory: normalisePath(directory),
    home: normalisePath(home),
    resolve: remembering(context.resolve ?? ((path) => path)),
    secrets: context.secrets?.length
      ? secretPlaces(context.secrets, { project, home })
      : undefined,
    tools: context.tools,
    fingerprint,
    text: context.text,
    entries,
    made,
    built,
  };
}

/** Follows the links of each path once. */
function remembering(
  resolve: (path: string) => string,
): (path: string) => string {
  const known = new Map<string, string>();
  return (path) => {
    let real = known.get(path);
    if (real === undefined) {
      real = resolve(path);
      known.set(path, real);
    }
    return real;
  };
}

function judgeFile(
  kind: "write" | "edit" | "read",
  path: string,
  situation: Situation,
): Judgement {
  const found = new Assessment(`${kind} file`);
  const scene = sceneOf(situation);
  const whole = path.replace(/^~(?=\/|$)/, situation.home);
  if (kind === "read") {
    found.does("read", "reads a file");
    assessReadPath(whole, found, scene);
  } else {
    const located = assessWritePath(whole, found, scene);
    if (located !== undefined) found.operand(`${located.place}-path`);
  }
  // A policy must not be taken in by `src/../` in front of the path.
  const absolute = normalisePath(
    whole.startsWith("/") ? whole : `${situation.directory}/${whole}`,
  );
  const shown = absolute.startsWith(`${situation.project}/`)
    ? absolute.slice(situation.project.length + 1)
    : absolute;
  const text = `${kind} ${shown}`;
  return judgementOf(text, found);
}
