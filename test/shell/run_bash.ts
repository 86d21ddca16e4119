/**
 * Runs text under a bash in which every program is a stub that writes down how
 * it was called.
 *
 * @module
 */
import { dirname, join, relative } from "node:path/posix";

/** One call of a program, as it really happened. */
export interface Call {
  /** The directory it ran in. */
  readonly directory: string;
  /** Its name and arguments. */
  readonly words: readonly string[];
}

/** What a run left behind. */
export interface Run {
  /** The calls, in no order. */
  readonly calls: readonly Call[];
  /** Files that it created, relative to the directory it started in. */
  readonly files: readonly string[];
  /** The directory it started in, which stands in the home directory. */
  readonly directory: string;
}

/** Real programs: those that run others, or whose output is foreseen. */
const real = [
  "basename",
  "bash",
  "dirname",
  "env",
  "find",
  "nice",
  "nohup",
  "setsid",
  "sh",
  "stdbuf",
  "taskset",
  "timeout",
  "xargs",
];

/** Real programs of which every call is written down before they do it. */
const watched = ["cut", "date", "grep", "head", "ls", "seq", "tail", "wc"];

/** What a stub of git prints, for the calls whose output is foreseen. */
const git = `case $1 in
ls-files) printf '%s\\n' src/a.ts 'src/b c.ts' ;;
branch) echo main/x ;;
merge-base | rev-parse | log) echo c0ffee1 ;;
esac`;

/**
 * Files that lie there before a run, with what a pattern may trip over. What a
 * search of the folder itself may find holds no secret.
 */
const prepared: readonly string[] = [
  "../.env",
  "src/a.ts",
  "src/b c.ts",
  "src/-n",
];

/** Programs that `sh` must find as files: it has no handler for unknown ones. */
const stubs = ["pwn", "pwn1", "pwn2", "tool", "lister"];

// Each call writes a file of its own: appended lines could be interleaved.
const record = (name: string) =>
  `printf '%s\\0' "$PWD" ${name} "$@" >"$STUB_LOG/$BASHPID.$RANDOM"; `;
const stub = record('"${0##*/}"');
const handler = `() { ${record("")} echo one two; }`;

/** A place to run text in. Dispose of it to remove it. */
export interface Laboratory extends AsyncDisposable {
  /** Runs text; a run that does not end is killed. */
  readonly run: (text: string, shell?: "bash" | "sh") => Promise<Run>;
}

/**
 * Makes a place to run text in, with no programs but stubs.
 *
 * @param patience Milliseconds after which a run is ended.
 * @returns The laboratory.
 */
export async function makeLaboratory(patience = 10_000): Promise<Laboratory> {
  const root = await Deno.realPath(await Deno.makeTempDir());
  const programs = join(root, "bin");
  await Deno.mkdir(programs);
  for (const name of real) {
    await Deno.symlink(await whereIs(name), join(programs, name));
  }
  for (const name of ["ash", "dash"]) {
    await Deno.symlink(await whereIs("sh"), join(programs, name));
  }
  const bash = await whereIs("bash");
  const scripts = new Map(stubs.map((name) => [name, "echo one two"]));
  scripts.set("git", git);
  for (const name of watched) {
    scripts.set(name, `exec ${await whereIs(name)} "$@"`);
  }
  for (const [name, does] of scripts) {
    const path = join(programs, name);
    // `-p` keeps the stub from reading what the text put in `BASH_ENV`.
    await Deno.writeTextFile(path, `#!${bash} -p\n${stub}\n${does}\n`);
    await Deno.chmod(path, 0o755);
  }
  let count = 0;
  return {
    async run(text, shell = "bash") {
      count += 1;
      // Deep down, so that a few `cd ..` do not leave the laboratory.
      const top = join(root, `run${count}`);
      const directory = join(top, "1", "2", "3", "4");
      await Deno.mkdir(join(directory, "a", "c"), { recursive: true });
      await Deno.mkdir(join(directory, "b"));
      await Deno.mkdir(join(directory, "src"));
      for (const name of prepared) {
        await Deno.writeTextFile(join(directory, name), "x\na\nx\n");
      }
      const log = join(top, "calls");
      await Deno.mkdir(log);
      await execute(join(programs, shell), shell, text, directory, patience, {
        PATH: programs,
        HOME: dirname(directory),
        STUB_LOG: log,
        FUNCNEST: "20",
        "BASH_FUNC_command_not_found_handle%%": handler,
      });
      const calls = await readCalls(log);
      const files = (await listFiles(join(top, "1"), ""))
        .map((file) => relative(directory, join(top, "1", file)))
        .filter((file) => !prepared.includes(file));
      await Deno.remove(top, { recursive: true });
      return { calls, files, directory };
    },
    async [Symbol.asyncDispose]() {
      await Deno.remove(root, { recursive: true });
    },
  };
}

async function execute(
  program: string,
  shell: string,
  text: string,
  directory: string,
  patience: number,
  env: Record<string, string>,
): Promise<void> {
  const options = shell === "bash" ? ["--norc", "--noprofile"] : [];
  // A processor second for each process is plenty, and ends every loop.
  const child = new Deno.Command("setsid", {
    args: [
      "bash",
      "-c",
      'ulimit -t 1 -f 256; exec 9>&1; exec "$@"',
      "limits",
      program,
      ...options,
      "-c",
      text,
    ],
    cwd: directory,
    env,
    clearEnv: true,
    stdin: "null",
    stdout: "piped",
    stderr: "null",
  }).spawn();
  // A session of its own, so that all of it can be ended.
  const late = setTimeout(() => endGroup(child.pid), patience);
  // The pipe stays open as descriptor 9 until the last process has ended.
  await child.output();
  clearTimeout(late);
}

function endGroup(id: number): void {
  new Deno.Command("kill", { args: ["-KILL", "--", `-${id}`] }).outputSync();
}

async function readCalls(log: string): Promise<Call[]> {
  const calls: Call[] = [];
  for await (const entry of Deno.readDir(log)) {
    const text = await Deno.readTextFile(join(log, entry.name));
    const [directory = "", ...words] = text.split("\0").slice(0, -1);
    if (words.length > 0) calls.push({ directory, words });
  }
  return calls;
}

async function listFiles(directory: string, inside: string): Promise<string[]> {
  const found: string[] = [];
  for await (const entry of Deno.readDir(join(directory, inside))) {
    const path = join(inside, entry.name);
    if (entry.isDirectory) found.push(...await listFiles(directory, path));
    else found.push(path);
  }
  return found;
}

async function whereIs(name: string): Promise<string> {
  for (const folder of ["/bin", "/usr/bin", "/usr/local/bin"]) {
    const path = join(folder, name);
    try {
      if ((await Deno.stat(path)).isFile) return path;
    } catch {
      // Not in this folder.
    }
  }
  throw new Error(`${name} is not installed`);
}
