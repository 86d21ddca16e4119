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
const print = (line = "") =>
  void Deno.stdout.writeSync(encoder.encode(`${line}\n`));
const painted = Deno.stdout.isTerminal() && !Deno.noColor;
const paint = (code: number, text: string) =>
  painted ? `\x1b[${code}m${text}\x1b[0m` : text;
const [green, yellow, red, faint] = [32, 33, 31, 2].map(
  (code) => (text: string) => paint(code, text),
) as [Paint, Paint, Paint, Paint];
type Paint = (text: string) => string;

/** Plays the week and shows what orch made of it. */
export async function demo(options: DemoOptions = {}): Promise<void> {
  const folder = await Deno.makeTempDir({ prefix: "orch-demo-" });
  const clock = new WeekClock();
  const paths = pathsOf({ HOME: `${folder}/home` });
  const socket = `${folder}/tmux`;
  const tmux = await Tmux.connect({ socket, clock });
  const journal = Journal.open(paths.journal, { clock });
  const ending = new AbortController();
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
        const { request } = journal.request(notice.id)!;
        person.ask(panes.get(notice.agent)!, notice, request as Request);
      }
      show(notice);
      changed.resolve();
      changed = Promise.withResolvers();
    };
    const monitor = new Monitor({ tmux, journal, paths, clock, notify });
    const running = monitor.run(ending.signal);
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
    const busy = () =>
      weeks.some(({ name }) => states.get(name) !== "idle") ||
      journal.requests({ unfinished: true }).length > 0;
    const days = Math.max(...weeks.map((week) => week.days.length));
    for (let day = 1; day <= days; day++) {
      print(`\nDay ${day}`);
      while (busy()) await changed.promise;
      if (day === days) break;
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
    await summarise(journal, dangers, paths.agentFile);
  } finally {
    ending.abort();
    journal.close();
    if (!options.keep) await tmux.command("kill-server").catch(() => {});
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
      const key = no ? agents.rehearsal.denyKey : "1";
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
  const requests = journal.requests();
  const days = manualShareByDay(requests);
  print("\nDay   asked   by orch   by you   share that reached you");
  days.forEach(({ total, automatic, manual, share }, index) => {
    const cells = [total, automatic, manual].map((n) => String(n).padStart(7));
    const percent = `${(share * 100).toFixed(0)}%`.padStart(8);
    print(`${String(index + 1).padStart(3)} ${cells.join("  ")} ${percent}`);
  });
  print("\nShare that reached you, by day");
  const bars = days.map(({ share }, index) => ({
    label: String(index + 1),
    value: share,
  }));
  for (const row of barChart(bars)) print(row);
  for (const { name } of journal.agents()) {
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
  await demo({
    you: Deno.args.includes("--you"),
    keep: Deno.args.includes("--keep"),
  });
}
