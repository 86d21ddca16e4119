import type { Notice } from "../../monitor/mod.ts";

/** One line about something that happened, and how it is meant. */
export interface NoticeLine {
  /** What happened, for people. */
  readonly text: string;
  /** How much it matters. */
  readonly tone: "quiet" | "good" | "waiting" | "bad";
}

/**
 * Words what happened in one line.
 *
 * @param notice What happened.
 * @returns The line, or `undefined` when it is not worth one.
 */
export function noticeLine(notice: Notice): NoticeLine | undefined {
  switch (notice.type) {
    case "state":
      return { tone: "quiet", text: `${notice.agent} is ${notice.state}` };
    case "decided":
      // What waits is told by the notice that says why.
      if (notice.verdict.decision === "ask") return undefined;
      return {
        tone: "quiet",
        text: `${notice.agent} asks #${notice.id} ${notice.summary} → ` +
          `${notice.verdict.decision}: ${notice.verdict.reason}`,
      };
    case "waiting":
      return {
        tone: "waiting",
        text: `${notice.agent} waits for you: #${notice.id} ` +
          `${notice.summary} (${notice.reason})`,
      };
    case "left":
      return undefined;
    case "closed":
      return {
        tone: notice.outcome === "denied" ? "bad" : "good",
        text: `#${notice.id} ${notice.outcome} by ${answererOf(notice.by)}: ` +
          notice.summary,
      };
    case "learned":
      return {
        tone: "good",
        text: `${notice.agent}: ${
          notice.changes.map(({ type, rule }) => `${type} ${rule.title}`)
            .join(", ")
        }`,
      };
    case "prompt":
    case "turn-ended":
      // Its state says as much.
      return undefined;
    case "gone":
      return { tone: "bad", text: `${notice.agent} ended (${notice.pane})` };
    case "lost":
      return {
        tone: "bad",
        text: `${notice.agent} was lost (try: ${notice.resume})`,
      };
    case "limited": {
      const { wording, resets } = notice;
      const words = wording === undefined ? "" : ` (${wording})`;
      const then = resets === undefined
        ? "when it ends is not known: tell it to go on, in its pane"
        : `it goes on at ${new Date(resets).toISOString().slice(0, 16)}Z`;
      return {
        tone: resets === undefined ? "waiting" : "quiet",
        text: `${notice.agent} has reached its usage limit${words}; ${then}`,
      };
    }
    case "woken":
      return {
        tone: "good",
        text: `${notice.agent}'s usage limit is over; it was told to go on`,
      };
    case "trouble": {
      const whose = notice.agent === undefined ? "" : `${notice.agent}: `;
      const hint = notice.hint === undefined ? "" : ` (try: ${notice.hint})`;
      return { tone: "bad", text: `${whose}${notice.message}${hint}` };
    }
  }
}

function answererOf(by: "orch" | "person" | "pane"): string {
  return by === "orch" ? "orch" : by === "person" ? "you" : "you, at the pane";
}
