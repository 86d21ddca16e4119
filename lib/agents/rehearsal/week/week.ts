import type { Script, Step } from "../script.ts";
import { goToolDays, goToolFiles } from "./go_tool.ts";
import { pythonServiceDays, pythonServiceFiles } from "./python_service.ts";
import { stubs } from "./stubs.ts";
import { webShopDays, webShopFiles } from "./web_shop.ts";

/** One thing that happens in a day of work. */
export type DayStep =
  | {
    /** Something the agent says. */
    readonly say: string;
  }
  | {
    /** A command the agent asks for. */
    readonly run: string;
    /** Set when a careful person would say no. */
    readonly danger?: true;
  };

/** A week of an agent's work on one project. */
export interface RehearsedWeek {
  /** The project's name, usable as a folder and as an agent's name. */
  readonly name: string;
  /** The project's files: path and text. */
  readonly files: Readonly<Record<string, string>>;
  /**
   * Programs to be found before all others: name and text. They print what the
   * real ones would and change nothing outside the project, so the week can be
   * played where they are not installed, and its dangers do no harm.
   */
  readonly stubs: Readonly<Record<string, string>>;
  /** The days. */
  readonly days: readonly (readonly DayStep[])[];
}

/**
 * Three weeks of ordinary work, as agents ask for it: a web shop, a tool in Go
 * and a service in Python. Most of it is harmless; here and there, and above
 * all at the end, something must not be allowed.
 *
 * @example Usage
 * ```ts
 * import { rehearsalWeek } from "./week.ts";
 * import assert from "node:assert/strict";
 *
 * const names = rehearsalWeek().map((week) => week.name);
 * assert.deepEqual(names, ["web-shop", "go-tool", "python-service"]);
 * ```
 *
 * @returns The weeks.
 */
export function rehearsalWeek(): RehearsedWeek[] {
  const weeks: [string, Readonly<Record<string, string>>, readonly string[]][] =
    [
      ["web-shop", webShopFiles, webShopDays],
      ["go-tool", goToolFiles, goToolDays],
      ["python-service", pythonServiceFiles, pythonServiceDays],
    ];
  return weeks.map(([name, files, days]) => ({
    name,
    files,
    stubs,
    days: days.map(parseDay),
  }));
}

/**
 * Reads a day's notation: a command on each row; `# ` says something, `! ` is a
 * command that a careful person denies, `|` goes on with the row above.
 *
 * @param text The rows.
 * @returns The steps.
 */
export function parseDay(text: string): DayStep[] {
  const rows = text.trim().replace(/\n\|(?: |(?=\n))/g, "\0").split("\n");
  return rows.map((row): DayStep => {
    const step = row.replaceAll("\0", "\n");
    if (step.startsWith("# ")) return { say: step.slice(2) };
    return step.startsWith("! ")
      ? { run: step.slice(2), danger: true }
      : { run: step };
  });
}

/**
 * Makes a script of a week, to be played in the folder that
 * {@linkcode stageWeek} makes.
 *
 * @param week The week.
 * @param days Which of its days, counted from 1; unset: all of them. Each but
 *   the first waits for a message.
 * @returns The script.
 */
export function weekScript(
  week: RehearsedWeek,
  days: readonly number[] = week.days.map((_, index) => index + 1),
): Script {
  const steps = days.flatMap((day, index): Step[] => [
    ...index === 0 ? [] : [{ wait: "message" } as const],
    { say: `Day ${day}.` },
    ...(week.days[day - 1] ?? []).map((step) =>
      "say" in step ? step : { run: step.run }
    ),
  ]);
  return { name: week.name, path: ["../bin"], home: "../home", steps };
}

/** Where {@linkcode stageWeek} has put a week. */
export interface StagedWeek {
  /** The project's folder. */
  readonly project: string;
  /** The script's file, for `--script`. */
  readonly script: string;
}

/**
 * Puts a week into a folder of its own: project, programs, a home, a script.
 *
 * Requires `--allow-write` for the folder.
 *
 * @param week The week.
 * @param folder The folder; made if there is none. Absolute.
 * @param script What is played; unset: the whole week.
 * @returns Where it is.
 */
export async function stageWeek(
  week: RehearsedWeek,
  folder: string,
  script: Script = weekScript(week),
): Promise<StagedWeek> {
  const write = async (path: string, text: string) => {
    const file = `${folder}/${path}`;
    await Deno.mkdir(file.slice(0, file.lastIndexOf("/")), { recursive: true });
    const mode = text.startsWith("#!") ? 0o755 : 0o644;
    await Deno.writeTextFile(file, text, { mode });
  };
  for (const [path, text] of Object.entries(week.files)) {
    await write(`project/${path}`, text);
  }
  for (const [program, text] of Object.entries(week.stubs)) {
    await write(`bin/${program}`, text);
  }
  await Deno.mkdir(`${folder}/home`, { recursive: true });
  await write("script.json", JSON.stringify(script, null, 2) + "\n");
  return { project: `${folder}/project`, script: `${folder}/script.json` };
}
