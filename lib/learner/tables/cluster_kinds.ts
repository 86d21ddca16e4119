import type { ToolFacts } from "../assessment/mod.ts";

/** Makes what is known of a subcommand that only asks a cluster. */
export type ClusterQuestion = (
  does: string,
  flags?: string,
  operands?: string,
) => ToolFacts;

/**
 * The subcommands of a tool that only ask the cluster.
 *
 * @param everywhere Flags that all of them have.
 * @param refuses Flags that name another cluster, show secrets or run code.
 * @param usual What the operands are, unless a subcommand says otherwise.
 * @returns Makes what is known of one of them.
 */
export function clusterQuestions(
  everywhere: string,
  refuses: string,
  usual: string,
): ClusterQuestion {
  return (does, flags = "", operands = usual) => ({
    tier: "read",
    does,
    flags: `${everywhere} ${flags}`,
    refuses,
    operands,
    host: "the cluster",
  });
}
