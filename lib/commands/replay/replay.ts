import { basename, resolve } from "node:path";
import { ExitCode, OrchError } from "../../errors/mod.ts";
import {
  parseTrace,
  replay,
  type Replayed,
  type TraceLine,
  updateAgentFile,
  type Verdict,
} from "../../learner/mod.ts";
import type { OrchContext } from "../context.ts";
import { print, printJson } from "../print.ts";
import { table } from "../table.ts";
import type { ReplayFlags } from "./mod.ts";

/** Runs `orch replay`. */
export async function replayTrace(
  this: OrchContext,
  flags: ReplayFlags,
  trace: string,
): Promise<void> {
  const lines = parseTrace(await read(resolve(this.directory, trace)), trace);
  for (const file of [flags.learnedOut, flags.asked]) {
    if (file !== undefined) await requireNew(resolve(this.directory, file));
  }
  const asked: string[] = [];
  const start = performance.now();
  const done = replay(lines, {
    autonomy: flags.autonomy ?? "assisted",
    asked: (line, verdict) => asked.push(askedLine(line, verdict)),
  });
  const ms = Math.round(performance.now() - start);
  if (flags.learnedOut !== undefined) {
    const path = resolve(this.directory, flags.learnedOut);
    const name = basename(path).replace(/\.json$/, "");
    await updateAgentFile(
      path,
      name,
      (file) => ({ ...file, rules: done.rules }),
    );
  }
  if (flags.asked !== undefined) {
    await Deno.writeTextFile(
      resolve(this.directory, flags.asked),
      asked.map((line) => `${line}\n`).join(""),
      { createNew: true, mode: 0o600 },
    );
  }
  if (flags.json) {
    return printJson(this, { ...done, rules: done.rules.length, ms });
  }
  for (const line of textOf(done)) print(this, line);
}

async function read(path: string): Promise<string> {
  try {
    return await Deno.readTextFile(path);
  } catch (error) {
    throw new OrchError(`The trace ${path} cannot be read`, {
      hint: `ls -l ${path}`,
      exitCode: error instanceof Deno.errors.NotFound
        ? ExitCode.notFound
        : ExitCode.failed,
      cause: error,
    });
  }
}

/** Nobody's file is written over. */
async function requireNew(path: string): Promise<void> {
  const found = await Deno.lstat(path).catch((error) => {
    if (error instanceof Deno.errors.NotFound) return undefined;
    throw error;
  });
  if (found === undefined) return;
  throw new OrchError(`There is a file ${path} already`, {
    hint: "another name for the new file",
    exitCode: ExitCode.usage,
  });
}

function askedLine(line: TraceLine, verdict: Verdict): string {
  return JSON.stringify({
    t: new Date(line.at).toISOString(),
    project: line.project,
    cmd: line.command,
    danger: line.danger,
    tier: verdict.tier,
    reason: verdict.reason,
    parts: verdict.parts.filter(({ decision }) => decision !== "allow")
      .map(({ text, tier, reason }) => ({ text, tier, reason })),
  });
}

function textOf(done: Replayed): string[] {
  const percent = (rate: number) => `${(100 * rate).toFixed(1)} %`;
  return [
    ...table(
      ["PROJECT", "DAY", "ACTIVE", "COMMANDS", "TO YOU", "SHARE"],
      done.perDay.map((day) => [
        day.project,
        day.day,
        String(day.activeDay),
        String(day.total),
        String(day.manual),
        percent(day.manualRate),
      ]),
    ),
    "",
    `${done.total} commands: ${done.auto} passed, ${done.manual} reached you ` +
    `(${percent(done.total === 0 ? 0 : done.manual / done.total)}), ` +
    `${done.denied} of those were denied.`,
    `${done.dangerousAllowed} dangerous ones passed. ` +
    `${done.rules.length} rules were learned.`,
  ];
}
