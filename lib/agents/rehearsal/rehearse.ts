import { systemClock } from "../../clock/mod.ts";
import { ExitCode, OrchError } from "../../errors/mod.ts";
import { parseArguments } from "./arguments.ts";
import type { Report } from "./hooks.ts";
import { parseScript } from "./parse_script.ts";
import { play } from "./player.ts";
import { reporter } from "./post_report.ts";
import { recordFileOf, stepsDone } from "./record.ts";
import { runBash } from "./run_bash.ts";
import type { Script } from "./script.ts";
import type { PlayerWorld } from "./world.ts";

const emptyScript: Script = { name: "no script", steps: [] };

/**
 * Plays a script in the terminal it is started in: the program behind the
 * rehearsal agent.
 *
 * Requires `--allow-run=bash`, `--allow-read`, `--allow-write` and
 * `--allow-env=HOME,PATH`; with hooks `--allow-net=127.0.0.1`. Commands run only
 * once they were approved.
 *
 * @example Usage
 * ```ts ignore
 * import { rehearse } from "./rehearse.ts";
 *
 * Deno.exit(await rehearse(["--script", "week.json", "--project", "/srv/shop"]));
 * ```
 *
 * @param args `--script FILE`, `--project DIR`, `--session ID` or
 *   `--resume ID`, `--hook FILE`, and the first message.
 * @returns The exit code.
 * @throws {OrchError} When the arguments or the script are wrong, or there is
 *   no terminal.
 */
export async function rehearse(args: readonly string[]): Promise<number> {
  const { script: file, project: folder, resume, prompt, hook, ...given } =
    parseArguments(args);
  const session = resume ?? given.session;
  const script = file === undefined ? emptyScript : await scriptFrom(file);
  const project = await projectFrom(folder ?? ".");
  if (!Deno.stdin.isTerminal()) {
    throw new OrchError("rehearse: there is no terminal to play in", {
      hint: "Start it in a tmux pane.",
      exitCode: ExitCode.usage,
    });
  }
  const done = resume === undefined ? undefined : await doneIn(resume);
  using record = session === undefined ? undefined : await openRecord(session);
  const environment = environmentOf(script, project);
  const post = await reporter(hook, script.hookPatience);
  const reader = Deno.stdin.readable.getReader();
  const resized: (() => void)[] = [];
  const world: PlayerWorld = {
    keys: keysFrom(reader),
    clock: systemClock,
    write: (text) => writeAll(new TextEncoder().encode(text)),
    size: () => Deno.consoleSize(),
    onResize: (listener) => resized.push(listener),
    run: (command, directory, signal) =>
      runBash(command, { directory, environment, signal }),
    readFile: textOf,
    writeFile: async (path, text) => {
      await Deno.mkdir(path.slice(0, path.lastIndexOf("/")) || "/", {
        recursive: true,
      });
      await Deno.writeTextFile(path, text);
    },
    report: (report) =>
      post({ ...report, ...(session !== undefined && { session }) } as Report),
    record: async (entry) => {
      const line = new TextEncoder().encode(JSON.stringify(entry) + "\n");
      await record?.write(line);
    },
  };
  const onResize = () => resized.forEach((listener) => listener());
  let ended: number | undefined;
  const onEnd = (code: number) => () => {
    ended = code;
    reader.cancel();
  };
  const signals: [Deno.Signal, () => void][] = [
    ["SIGWINCH", onResize],
    ["SIGTERM", onEnd(143)],
    ["SIGHUP", onEnd(129)],
  ];
  signals.forEach((entry) => Deno.addSignalListener(...entry));
  Deno.stdin.setRaw(true);
  try {
    const code = await play(world, {
      script,
      project,
      ...(prompt === undefined ? {} : { prompt }),
      ...(done === undefined ? {} : { done }),
    });
    return ended ?? code;
  } finally {
    Deno.stdin.setRaw(false);
    signals.forEach((entry) => Deno.removeSignalListener(...entry));
    await reader.cancel();
  }
}

async function* keysFrom(
  reader: ReadableStreamDefaultReader<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  while (true) {
    const { done, value } = await reader.read();
    if (done) return;
    yield value;
  }
}

function writeAll(bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length;) {
    at += Deno.stdout.writeSync(bytes.subarray(at));
  }
}

async function textOf(path: string): Promise<string | undefined> {
  try {
    return await Deno.readTextFile(path);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return undefined;
    throw error;
  }
}

async function scriptFrom(file: string): Promise<Script> {
  const text = await textOf(file);
  if (text === undefined) {
    throw new OrchError(`rehearse: there is no script ${file}`, {
      hint: "orch rehearse -- --script FILE",
      exitCode: ExitCode.notFound,
    });
  }
  return parseScript(text, file);
}

async function projectFrom(folder: string): Promise<string> {
  try {
    return await Deno.realPath(folder);
  } catch (error) {
    throw new OrchError(`rehearse: there is no folder ${folder}`, {
      hint: `mkdir -p ${folder}`,
      exitCode: ExitCode.notFound,
      cause: error,
    });
  }
}

/** How far the rehearsal had come that is gone on with. */
async function doneIn(session: string): Promise<number> {
  const record = await textOf(recordPathOf(session));
  if (record !== undefined) return stepsDone(record);
  throw new OrchError(`rehearse: there is no record of ${session}`, {
    hint: "orch rehearse -- --script FILE",
    exitCode: ExitCode.notFound,
  });
}

function recordPathOf(session: string): string {
  const home = Deno.env.get("HOME");
  if (home) return recordFileOf(home, session);
  throw new OrchError("rehearse: HOME is not set, so nothing is recorded", {
    hint: "export HOME=/path/to/your/home",
    exitCode: ExitCode.usage,
  });
}

async function openRecord(session: string): Promise<Deno.FsFile> {
  const file = recordPathOf(session);
  const folder = file.slice(0, file.lastIndexOf("/"));
  await Deno.mkdir(folder, { recursive: true, mode: 0o700 });
  return await Deno.open(file, { append: true, create: true, mode: 0o600 });
}

function environmentOf(
  script: Script,
  project: string,
): Record<string, string> {
  const path = (script.path ?? []).map((folder) => `${project}/${folder}`);
  return {
    ...path.length === 0
      ? {}
      : { PATH: [...path, Deno.env.get("PATH") ?? "/usr/bin:/bin"].join(":") },
    ...script.home === undefined ? {} : { HOME: `${project}/${script.home}` },
  };
}
