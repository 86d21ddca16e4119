import { agentOf, type Request } from "../agents/mod.ts";
import {
  type AgentRecord,
  isMasked,
  type Journal,
  type RequestRecord,
} from "../journal/mod.ts";
import {
  type Autonomy,
  type DecideContext,
  learn,
  type LearnedChange,
  updateAgentFile,
} from "../learner/mod.ts";
import { fileFacts } from "../files/mod.ts";
import { asTold } from "./named_request.ts";

/** What {@linkcode teach} reads and writes. */
export interface TeachPlaces {
  /** The agent's file. */
  readonly file: string;
  /** The home directory of its person. */
  readonly home: string;
  /** What people have laid down of tools and secrets. */
  readonly laid?: Pick<DecideContext, "tools" | "secrets">;
  /** Whether the agent built a file, as far as that is known. */
  readonly built?: (absolutePath: string) => boolean;
}

/** How many requests an agent's file remembers as learned from. */
const remembered = 200;

/**
 * Learns from every answer of a person that was not learned from yet.
 *
 * The agent's file keeps the numbers of the requests it has learned from, so
 * that a process killed between file and journal does not count a lesson twice.
 *
 * Requires `--allow-read` and `--allow-write` for the agent's file and the
 * journal.
 *
 * @param journal The journal.
 * @param agent The agent.
 * @param places What it reads and writes.
 * @param now The time, in milliseconds since 1970.
 * @returns What changed.
 * @throws {OrchError} When the agent's file is broken; it is left as it is.
 */
export async function teach(
  journal: Journal,
  agent: AgentRecord,
  places: TeachPlaces,
  now: number,
): Promise<LearnedChange[]> {
  const all: LearnedChange[] = [];
  const { tools = {}, secrets = [] } = places.laid ?? {};
  for (
    const row of journal.requests.all({ agent: agent.name, toLearn: true })
  ) {
    let changes: readonly LearnedChange[] = [];
    await updateAgentFile(places.file, agent.name, (file) => {
      changes = [];
      const done = numbersOf(file["learnedRequests"]);
      // Nobody knows any more what was approved to the letter.
      const secret = isMasked(row.request) && row.outcome !== "denied";
      if (done.includes(row.id) || secret) return file;
      const { hides } = agentOf(agent.kind) ?? {};
      const request = asTold(hides, row.request as Request);
      const { directory } = request;
      const lesson = learn(
        request,
        row.outcome === "denied" ? "denied" : "approved",
        {
          project: agent.project,
          ...(directory !== undefined && { directory }),
          home: places.home,
          autonomy: agent.autonomy as Autonomy,
          rules: file.rules,
          tools,
          secrets,
          now,
          ...fileFacts,
          made: () => wasOwn(row),
          ...(places.built && { built: places.built }),
        },
      );
      changes = lesson.changes;
      return {
        ...file,
        rules: lesson.rules,
        learnedRequests: [...done, row.id].slice(-remembered),
      };
    });
    journal.requests.markLearned(row.id, changes);
    all.push(...changes);
  }
  return all;
}

/**
 * Whether all that a request deletes for good was the agent's own: else its
 * verdict would have called it riskier.
 */
function wasOwn({ verdict }: RequestRecord): boolean {
  return /^(read|project|local|fetch)$/.test(verdict?.tier ?? "");
}

function numbersOf(value: unknown): number[] {
  return Array.isArray(value)
    ? value.filter((item) => typeof item === "number")
    : [];
}
