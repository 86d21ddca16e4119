import type { Notice } from "../../monitor/mod.ts";
import { cut, table } from "../table.ts";
import { type NoticeLine, noticeLine } from "./notice_line.ts";

/** What the live view knows of one agent. */
interface AgentLine {
  readonly state: string;
  readonly byOrch: number;
  readonly byPeople: number;
}

/** Something that waits for a person. */
interface WaitingLine {
  readonly agent: string;
  readonly summary: string;
  readonly reason: string;
}

/** All that the live view shows. */
export interface LiveView {
  readonly agents: ReadonlyMap<string, AgentLine>;
  readonly waiting: ReadonlyMap<number, WaitingLine>;
  readonly recent: readonly NoticeLine[];
}

/** How many recent lines are kept; more than any screen shows. */
const keptLines = 200;

/** A view of nothing yet. */
export const emptyView: LiveView = {
  agents: new Map(),
  waiting: new Map(),
  recent: [],
};

/**
 * Takes in what happened.
 *
 * @param view The view so far.
 * @param notice What happened.
 * @returns The view from now on.
 */
export function withNotice(view: LiveView, notice: Notice): LiveView {
  const agents = new Map(view.agents);
  const waiting = new Map(view.waiting);
  const line = noticeLine(notice);
  const change = (name: string, fields: Partial<AgentLine>) => {
    const before = agents.get(name) ??
      { state: "starting", byOrch: 0, byPeople: 0 };
    agents.set(name, { ...before, ...fields });
  };
  switch (notice.type) {
    case "state":
      change(notice.agent, { state: notice.state });
      break;
    case "waiting":
      waiting.set(notice.id, notice);
      break;
    case "left":
      waiting.delete(notice.id);
      break;
    case "closed": {
      waiting.delete(notice.id);
      const { byOrch = 0, byPeople = 0 } = agents.get(notice.agent) ?? {};
      change(
        notice.agent,
        notice.by === "orch"
          ? { byOrch: byOrch + 1 }
          : { byPeople: byPeople + 1 },
      );
      break;
    }
    case "gone":
      change(notice.agent, { state: "gone" });
      break;
    case "lost":
      change(notice.agent, { state: "lost" });
      break;
  }
  const shown = line && notice.type !== "state";
  const recent = shown ? [...view.recent, line].slice(-keptLines) : view.recent;
  return { agents, waiting, recent };
}

/** SGR colours by tone; plain where there is none. */
const colours = {
  quiet: "\x1b[2m",
  good: "\x1b[32m",
  waiting: "\x1b[1;33m",
  bad: "\x1b[31m",
} as const;

/**
 * Draws the view.
 *
 * @param view What to show.
 * @param size The terminal's size in cells.
 * @param colour Whether to use colours.
 * @returns At most as many rows as the terminal has, none too wide.
 */
export function drawView(
  view: LiveView,
  size: { columns: number; rows: number },
  colour: boolean,
): string[] {
  const paint = (tone: keyof typeof colours, text: string) => {
    const whole = cut(text, size.columns);
    return colour ? `${colours[tone]}${whole}\x1b[0m` : whole;
  };
  const agents = table(
    ["AGENT", "STATE", "BY ORCH", "BY YOU"],
    [...view.agents].map(([name, line]) => [
      name,
      line.state,
      String(line.byOrch),
      String(line.byPeople),
    ]),
  ).map((line) => cut(line, size.columns));
  const waiting = [...view.waiting].map(([id, line]) =>
    paint("waiting", `#${id} ${line.agent}: ${line.summary}  (${line.reason})`)
  );
  const head = [
    ...(view.agents.size === 0 ? ["No agent has shown itself yet."] : agents),
    "",
    waiting.length === 0
      ? paint("quiet", "Nothing waits for you.")
      : cut("WAITING FOR YOU   orch approve ID   orch deny ID", size.columns),
    ...waiting,
    "",
  ].slice(0, size.rows);
  const room = size.rows - head.length;
  const recent = room > 0 ? view.recent.slice(-room) : [];
  return [...head, ...recent.map((line) => paint(line.tone, line.text))];
}
