import { ExitCode, OrchError } from "../../errors/mod.ts";
import { Monitor, type Notice } from "../../monitor/mod.ts";
import { serverKey } from "../../presence/mod.ts";
import type { OrchContext } from "../context.ts";
import { print, printJson } from "../print.ts";
import { connectTmux, openJournal, pathsFor } from "../world.ts";
import { drawView, emptyView, withNotice } from "./live_view.ts";
import type { MonitorFlags } from "./mod.ts";
import { lockMonitor } from "./monitor_lock.ts";
import { noticeLine } from "./notice_line.ts";

/** Runs `orch monitor`. */
export async function monitor(
  this: OrchContext,
  flags: MonitorFlags,
): Promise<void> {
  if (flags.listCommands !== undefined) {
    const { listCommands } = await import("../learned/list_commands.ts");
    return listCommands(this, flags.listCommands, flags.json);
  }
  using journal = openJournal(this);
  if (journal.agents.all().length === 0) {
    throw new OrchError("No agent is set up yet", {
      hint: "orch setup",
      exitCode: ExitCode.notFound,
    });
  }
  const paths = pathsFor(this);
  await using tmux = await connectTmux(this, flags, { start: false });
  using _lock = await lockMonitor(paths.state, await serverKey(tmux));
  const live = this.terminal.output && !flags.plain && !flags.json &&
    !flags.once;
  const notify = live ? liveView(this) : lines(this, flags);
  const loop = new Monitor({
    tmux,
    journal,
    paths,
    clock: this.clock,
    notify,
    ...(flags.interval !== undefined && { interval: flags.interval * 1000 }),
  });
  if (flags.once) {
    const waiting = await loop.once();
    if (waiting > 0) this.process.exitCode = ExitCode.waiting;
    if (flags.json) return printJson(this, { waiting });
    return print(
      this,
      waiting === 0
        ? "Nothing waits for you."
        : `${waiting} waiting for you: orch approvals`,
    );
  }
  if (!live && !flags.json) print(this, "Following all agents. Ctrl-C ends.");
  await loop.run(this.signal);
}

/** Prints a line for everything that happens. */
function lines(context: OrchContext, flags: MonitorFlags) {
  return (notice: Notice) => {
    const at = new Date(context.clock.now()).toISOString();
    if (flags.json) {
      if (!flags.once) print(context, JSON.stringify({ at, ...notice }));
      return;
    }
    const line = noticeLine(notice);
    if (line) print(context, `${at.slice(11, 19)} ${line.text}`);
  };
}

/** Redraws a view of everything in place, on a screen of its own. */
function liveView(context: OrchContext) {
  const write = (text: string) => context.process.stdout.write(text);
  const colour = !context.environment("NO_COLOR");
  let view = emptyView;
  const draw = () => {
    const rows = drawView(view, context.terminal.size(), colour);
    write(`\x1b[H${rows.map((row) => `${row}\x1b[K`).join("\r\n")}\x1b[J`);
  };
  write("\x1b[?1049h\x1b[?25l");
  context.signal.addEventListener(
    "abort",
    () => write("\x1b[?25h\x1b[?1049l"),
    { once: true },
  );
  draw();
  return (notice: Notice) => {
    view = withNotice(view, notice);
    draw();
  };
}
