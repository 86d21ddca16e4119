#!/usr/bin/env -S deno run --allow-run=tmux --allow-read --allow-write --allow-env=PATH,DENO_DIR,XDG_CACHE_HOME,HOME
/**
 * Watch orch learn: three rehearsal agents play a week of work in a tmux server
 * of their own, a real monitor answers for them, and a stand-in person answers
 * what reaches a person. Every number shown is counted from the journal.
 *
 *     deno run … demo-learning.ts [--you] [--keep]
 *
 * `--you` lets you answer; `--keep` leaves the tmux server running.
 */
import {
  agents,
  barChart,
  type Clock,
  Journal,
  manualShareByDay,
  Monitor,
  type Notice,
  type PaneId,
  pathsOf,
  readAgentFile,
  rehearsalWeek,
  type Request,
  setUpAgent,
  stageWeek,
  startAgent,
  systemClock,
  tell,
  Tmux,
} from "@orch/cli";

/** What {@linkcode demo} does besides the demonstration. */
export interface DemoOptions {
  /** Whether a person at the terminal answers. */
  readonly you?: boolean;
  /** Whether the tmux server stays. */
  readonly keep?: boolean;
}

/** A clock whose days can be skipped: a week in a minute. */
class WeekClock implements Clock {
  #skipped = 0;
  now = () => systemClock.now() + this.#skipped;
  sleep = systemClock.sleep;
  nextDay = () => void (this.#skipped += 24 * 60 * 60 * 1000);
}

const encoder = new TextEncoder();
const gone = new AbortController();
/** Prints a line; when nobody reads any more, the demonstration ends. */
function print(line = ""): void {
  try {
    Deno.stdout.writeSync(encoder.encode(`${line}\n`));
  } catch (error) {
    if (!(error instanceof Deno.errors.BrokenPipe)) throw error;
    gone.abort();
  }
}
const painted = Deno.stdout.isTerminal() && !Deno.noColor;
const paint = (code: number, text: string) =>
  painted ? `\x1b[${code}m${text}\x1b[0m` : text;
const [green, yellow, red, faint] = [32, 33, 31, 2].map(
  (code) => (text: string) => paint(code, text),
) as [Paint, Paint, Paint, Paint];
type Paint = (text: string) => string;

/**
 * Plays the week and shows what orch made of it.
 *
 * Requires `--allow-run=tmux`, and to read and write the folder for temporary
 * files.
 *
 * @param options Who answers, and what stays.
 * @param signal Ends it early.
 */
export async function demo(
  options: DemoOptions = {},
  signal: AbortSignal = new AbortController().signal,
): Promise<void> {
  const folder = await Deno.makeTempDir({ prefix: "orch-demo-" });
  const clock = new WeekClock();
  const paths = pathsOf({ HOME: `${folder}/home` });
  const socket = `${folder}/tmux`;
  const tmux = await Tmux.connect({ socket, clock });
  const journal = Journal.open(paths.journal, { clock });
  const ending = new AbortController();
  const stop = AbortSignal.any([signal, gone.signal]);
  stop.addEventListener("abort", () => ending.abort());
  let running = Promise.resolve();
  try {
    const weeks = rehearsalWeek();
    const dangers = new Set(
      weeks.flatMap(({ days }) => days.flat()).flatMap((step) =>
        "run" in step && step.danger ? [step.run] : []
      ),
    );
    const panes = new Map<string, PaneId>();
    const states = new Map<string, string>();
    const person = new Person(tmux, dangers, options.you ?? false);
    let changed = Promise.withResolvers<void>();
    const notify = (notice: Notice) => {
      if (notice.type === "state") states.set(notice.agent, notice.state);
      if (notice.type === "waiting") {
        const { request } = journal.requests.find(notice.id)!;
        person.ask(panes.get(notice.agent)!, notice, request as Request);
      }
      show(notice);
      changed.resolve();
      changed = Promise.withResolvers();
    };
    ending.signal.addEventListener("abort", () => changed.resolve());
    const monitor = new Monitor({ tmux, journal, paths, clock, notify });
    running = monitor.run(ending.signal);
    print(`Three agents in ${socket}`);
    print(faint(`tmux -S ${socket} attach    to look at them`));
    for (const week of weeks) {
      const staged = await stageWeek(week, `${folder}/${week.name}`);
      const agent = await setUpAgent({
        journal,
        paths,
        clock,
        name: week.name,
        project: staged.project,
        agent: agents.rehearsal,
        // The strictest: everything but looking is asked for once.
        autonomy: "supervised",
        arguments: ["--script", staged.script],
      });
      const environment = { HOME: paths.home };
      const size = { columns: 120, rows: 40 };
      panes.set(
        week.name,
        await startAgent(tmux, agent, { environment, ...size }),
      );
    }
    while (states.size < weeks.length && !stop.aborted) await changed.promise;
    // Should this program be killed, the server and the agents end with it.
    await tmux.command("set-option", "-g", "exit-unattached", "on");
    const busy = () =>
      weeks.some(({ name }) => states.get(name) !== "idle") ||
      journal.requests.all({ unfinished: true }).length > 0;
    const days = Math.max(...weeks.map((week) => week.days.length));
    for (let day = 1; day <= days; day++) {
      print(`\nDay ${day}`);
      while (busy() && !stop.aborted) await changed.promise;
      if (day === days || stop.aborted) break;
      clock.nextDay();
      const agent = agents.rehearsal;
      const text = `Good morning. Day ${day + 1}, please.`;
      await Promise.all([...panes].map(async ([name, pane]) => {
        states.set(name, "told");
        await tell({ tmux, pane, agent, text, clock: systemClock });
      }));
    }
    ending.abort();
    await running;
    if (!stop.aborted) await summarise(journal, dangers, paths.agentFile);
  } finally {
    ending.abort();
    await running;
    journal.close();
    if (options.keep) {
      await tmux.command("set-option", "-g", "exit-unattached", "off");
    } else await tmux.command("kill-server").catch(() => {});
    await tmux.close();
    if (options.keep) {
      print(`\ntmux -S ${socket} attach    then: rm -r ${folder}`);
    } else await Deno.remove(folder, { recursive: true });
  }
}

/** Whoever answers what reaches a person: a stand-in, or you. */
class Person {
  #turn: Promise<void> = Promise.resolve();

  constructor(
    readonly tmux: Tmux,
    readonly dangers: ReadonlySet<string>,
    readonly you: boolean,
  ) {}

  /** Answers one after the other, at the agent's pane, as people do. */
  ask(pane: PaneId, notice: { id: number }, request: Request): void {
    this.#turn = this.#turn.then(async () => {
      const no = this.you
        ? !confirm(`#${notice.id} ${request.command} — approve?`)
        : this.dangers.has(request.command ?? "");
      const key = no ? "Escape" : "1";
      await this.tmux.keyIf(pane, request.evidence, key, "person");
    });
  }
}

/** Shows what happens, as it happens. */
function show(notice: Notice): void {
  if (!("agent" in notice) || notice.agent === undefined) return;
  const who = notice.agent.padEnd(15);
  if (notice.type === "closed" && notice.by === "orch") {
    print(faint(`${who} ✓ ${notice.summary}`));
  } else if (notice.type === "waiting") {
    print(yellow(`${who} ? ${notice.summary}  (${notice.reason})`));
  } else if (notice.type === "closed") {
    const yes = notice.outcome === "approved";
    print(`${who} ${yes ? green("you: yes") : red("you: no")}`);
  } else if (notice.type === "learned") {
    for (const { type, rule } of notice.changes) {
      print(green(`${who} + ${type}: ${rule.title}`));
    }
  } else if (notice.type === "trouble") {
    print(red(`${who} ! ${notice.message}`));
  }
}

/** Counts and draws what happened, from the journal and the agents' files. */
async function summarise(
  journal: Journal,
  dangers: ReadonlySet<string>,
  agentFile: (name: string) => string,
): Promise<void> {
  const requests = journal.requests.all();
  const days = manualShareByDay(requests);
  print(
    "\nDay  asked  by orch  by you  of these never learned  learnable, asked",
  );
  days.forEach((day, index) => {
    const cells = [day.total, day.automatic, day.manual, day.reserved];
    const columns = cells.map((n, i) => String(n).padStart([6, 9, 8, 23][i]!));
    const percent = `${(day.learnableShare * 100).toFixed(0)}%`.padStart(17);
    print(String(index + 1).padStart(3) + columns.join("") + percent);
  });
  print("\nOf what can be learned, the share that still reached you, by day");
  const bars = days.map(({ learnableShare }, index) => ({
    label: String(index + 1),
    value: learnableShare,
  }));
  for (const row of barChart(bars)) print(row);
  for (const { name } of journal.agents.all()) {
    const rules = (await readAgentFile(agentFile(name)))?.rules ?? [];
    print(`\n${name} has learned`);
    for (const rule of rules) {
      print(`  ${rule.title.padEnd(40)} ${rule.tier}, used ${rule.uses}×`);
    }
  }
  const dangerous = requests.filter((row) => dangers.has(row.summary));
  const passed = dangerous.filter((row) => row.by === "orch");
  print(
    `\nOf ${dangerous.length} dangerous commands ` +
      `${dangerous.length - passed.length} reached you, ` +
      `${passed.length} were answered by orch.`,
  );
}

if (import.meta.main) {
  const interrupted = new AbortController();
  const interrupt = () => interrupted.abort();
  Deno.addSignalListener("SIGINT", interrupt);
  const has = (flag: string) => Deno.args.includes(flag);
  await demo({ you: has("--you"), keep: has("--keep") }, interrupted.signal);
  Deno.removeSignalListener("SIGINT", interrupt);
  if (interrupted.signal.aborted) Deno.exitCode = 130;
}
