import { resolve } from "node:path";
import { ExitCode, OrchError } from "../../errors/mod.ts";
import {
  type Autonomy,
  decide,
  readAgentFile,
  type Rule,
  type Verdict,
} from "../../learner/mod.ts";
import { fileFacts, realPath } from "../../files/mod.ts";
import { type Paths, pathsOf } from "../../paths/mod.ts";
import { laidDownFor, Policies } from "../../policy/mod.ts";
import type { OrchContext } from "../context.ts";
import { print, printJson } from "../print.ts";
import { withLent } from "../learned/lent.ts";
import { openJournal, pathsFor } from "../world.ts";
import type { ExplainFlags } from "./mod.ts";

/** What verdicts rest on here. */
interface Basis {
  readonly project: string;
  readonly autonomy: Autonomy;
  readonly rules: readonly Rule[];
  readonly laid: ReturnType<typeof laidDownFor>;
  /** Why nothing passes, if so. */
  readonly broken: OrchError | undefined;
  /** The files of this machine, as they were when they were first looked at. */
  readonly files: Pick<typeof fileFacts, "resolve" | "entries">;
}

/** Runs `orch explain`. */
export async function explain(
  this: OrchContext,
  flags: ExplainFlags,
  ...words: string[]
): Promise<void> {
  const basis = await basisOf(this, flags);
  if (flags.stdin) return explainLines(this, basis, await this.input());
  if (words.length === 0) {
    throw new OrchError("There is no command to explain", {
      hint: "orch explain -- git push",
      exitCode: ExitCode.usage,
    });
  }
  const command = words.join(" ");
  const verdict = judge(this, basis, command);
  if (flags.json) {
    return printJson(this, {
      cmd: command,
      ...summary(verdict),
      parts: verdict.parts,
    });
  }
  print(this, verdict.reason);
  print(this, `  tier ${verdict.tier}, autonomy ${basis.autonomy}`);
  for (const part of verdict.parts) {
    print(
      this,
      `  ${part.decision.padEnd(5)} ${part.tier.padEnd(8)} ${part.text}`,
    );
    print(this, `        ${part.reason}`);
  }
}

async function basisOf(
  context: OrchContext,
  flags: ExplainFlags,
): Promise<Basis> {
  const agent = flags.agent === undefined
    ? undefined
    : requireAgent(context, flags.agent);
  const path = flags.learned !== undefined
    ? resolve(context.directory, flags.learned)
    : agent && pathsFor(context).agentFile(agent.name);
  const file = path === undefined ? undefined : await readAgentFile(path);
  if (flags.learned !== undefined && file === undefined) {
    throw new OrchError(`There is no agent file ${flags.learned}`, {
      hint: "orch explain --learned ~/.claude-agent-<name>.json -- CMD",
      exitCode: ExitCode.notFound,
    });
  }
  const project = flags.project !== undefined
    ? realPath(resolve(context.directory, flags.project))
    : agent?.project ?? context.directory;
  const known = await new Policies(placesFor(context)).of(project);
  return {
    project,
    laid: laidDownFor(known, file, project),
    broken: known.broken,
    autonomy: flags.autonomy ??
      (agent?.autonomy as Autonomy | undefined) ?? "assisted",
    rules: agent === undefined ? file?.rules ?? [] : await withLent(context, {
      name: agent.name,
      record: agent,
      rules: file?.rules ?? [],
    }),
    files: {
      resolve: remembering(fileFacts.resolve),
      entries: remembering(fileFacts.entries),
    },
  };
}

/** Nothing is done with the answers, so that each path is looked at once. */
function remembering<Found>(
  look: (path: string) => Found,
): (path: string) => Found {
  const known = new Map<string, Found>();
  return (path) => {
    if (!known.has(path)) known.set(path, look(path));
    return known.get(path)!;
  };
}

/** Without a home, only the project has something to say. */
function placesFor(context: OrchContext): Paths {
  return context.environment("HOME") === undefined
    ? pathsOf({ HOME: "/nonexistent" })
    : pathsFor(context);
}

function requireAgent(context: OrchContext, name: string) {
  using journal = openJournal(context);
  return journal.agents.require(name);
}

function judge(
  context: OrchContext,
  basis: Basis,
  command: string,
  directory?: string,
): Verdict {
  const { project, autonomy, rules, laid, broken, files } = basis;
  const verdict = decide({ kind: "command", command, complete: true }, {
    project,
    autonomy,
    rules,
    ...laid,
    ...(directory !== undefined &&
      { directory: resolve(basis.project, directory) }),
    home: context.environment("HOME") ?? "/nonexistent",
    now: context.clock.now(),
    ...fileFacts,
    ...files,
  });
  return broken
    ? { ...verdict, decision: "ask", reason: broken.message }
    : verdict;
}

function summary(verdict: Verdict) {
  return {
    verdict: verdict.decision,
    tier: verdict.tier,
    reason: verdict.reason,
    rule: verdict.rule ?? null,
  };
}

/** Answers each line with the same keys and the verdict, in the same order. */
function explainLines(context: OrchContext, basis: Basis, text: string): void {
  const lines = text.split("\n");
  if (lines.at(-1) === "") lines.pop();
  for (const [index, line] of lines.entries()) {
    const row = rowOf(line, index + 1);
    const { cwd } = row;
    const directory = typeof cwd === "string" ? cwd : undefined;
    const verdict = judge(context, basis, row.cmd, directory);
    print(context, JSON.stringify({ ...row, ...summary(verdict) }));
  }
}

function rowOf(line: string, number: number): { cmd: string; cwd?: unknown } {
  let row: unknown;
  try {
    row = JSON.parse(line);
  } catch (error) {
    throw new OrchError(
      `Line ${number} of standard input is not JSON: ${
        error instanceof Error ? error.message : String(error)
      }`,
      {
        hint: 'one {"cmd": "…"} a line',
        exitCode: ExitCode.usage,
        cause: error,
      },
    );
  }
  if (
    typeof row === "object" && row !== null && "cmd" in row &&
    typeof row.cmd === "string"
  ) {
    return row as { cmd: string };
  }
  throw new OrchError(`Line ${number} of standard input has no "cmd"`, {
    hint: 'one {"cmd": "…"} a line',
    exitCode: ExitCode.usage,
  });
}
