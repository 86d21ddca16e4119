import type { Request } from "../../agents/mod.ts";
import { ExitCode, OrchError } from "../../errors/mod.ts";
import { type AgentRecord, isMasked } from "../../journal/mod.ts";
import { type Autonomy, decide, readAgentFile } from "../../learner/mod.ts";
import { laidDownFor, Policies } from "../../policy/mod.ts";
import { fileFacts } from "../../files/mod.ts";
import { maskSecrets } from "../../secrets/mod.ts";
import type { OrchContext } from "../context.ts";
import { pathsFor } from "../world.ts";

/**
 * Finds the patterns that would let a request pass from now on.
 *
 * @param context Where the command runs.
 * @param agent The agent that asks.
 * @param request What it asks.
 * @param pattern What the person gave; unset: exactly the parts that ask.
 * @returns The patterns to allow.
 * @throws {OrchError} When the request would be asked all the same, because it
 * does not fit or because no pattern may allow it; exit code 2.
 */
export async function lastingApproval(
  context: OrchContext,
  agent: AgentRecord,
  request: Request,
  pattern: string | undefined,
): Promise<string[]> {
  const holdsSecret = pattern === undefined
    ? isMasked(request)
    : maskSecrets(pattern) !== pattern;
  if (holdsSecret) {
    throw new OrchError("A rule would keep the secret that is in it", {
      hint: "orch approve ID    to approve it once",
      exitCode: ExitCode.usage,
    });
  }
  const paths = pathsFor(context);
  const file = await readAgentFile(paths.agentFile(agent.name));
  const known = await new Policies(paths).of(agent.project);
  if (known.broken) throw known.broken;
  const laid = laidDownFor(known, file, agent.project);
  const judge = (allowed: readonly string[]) =>
    decide(request, {
      project: agent.project,
      home: paths.home,
      autonomy: agent.autonomy as Autonomy,
      rules: file?.rules ?? [],
      ...laid,
      policy: { ...laid.policy, allow: [...laid.policy.allow, ...allowed] },
      now: context.clock.now(),
      ...fileFacts,
    });
  const asking = judge([]).parts.filter((part) => part.decision !== "allow");
  const patterns = pattern !== undefined
    ? [pattern]
    : asking.map((part) => part.text);
  if (pattern === undefined && patterns.some((text) => text.includes("*"))) {
    throw new OrchError(
      "It holds a `*`, which a rule would take for anything",
      {
        hint: "orch approve ID --pattern '…'",
        exitCode: ExitCode.usage,
      },
    );
  }
  const verdict = judge(patterns);
  if (verdict.decision === "allow") return patterns;
  const named = patterns.map((one) => `\`${one}\``).join(", ");
  throw new OrchError(
    `Allowing ${named || "this"} would not let it pass: ${verdict.reason}`,
    { hint: "orch approve ID    to approve it once", exitCode: ExitCode.usage },
  );
}
