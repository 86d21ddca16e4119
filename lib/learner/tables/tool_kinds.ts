import type { ToolFacts } from "../assessment/mod.ts";

/**
 * A tool that runs what the project holds, on paths of the project.
 *
 * @param does What it does, as a clause.
 * @param flags Its flags.
 * @param refuses Its flags that load code or write elsewhere.
 * @returns What is known of it.
 */
export function runs(does: string, flags: string, refuses = ""): ToolFacts {
  return {
    tier: "project",
    does,
    flags,
    refuses,
    operands: "inside*",
    inProject: true,
  };
}

/**
 * A tool that checks or formats the project's code.
 *
 * @param flags Its flags.
 * @param refuses Its flags that load code or write elsewhere.
 * @returns What is known of it.
 */
export function checks(flags: string, refuses = ""): ToolFacts {
  return runs("checks the project's code", flags, refuses);
}

/**
 * A tool that fetches what the project's own files name.
 *
 * @param does What it does, as a clause.
 * @param flags Its flags.
 * @param host Where it fetches from.
 * @returns What is known of it.
 */
export function fetches(does: string, flags: string, host: string): ToolFacts {
  return { tier: "fetch", does, flags, host, inProject: true };
}

/**
 * What the other subcommands of a tool count as, when they reach further.
 *
 * @param does What they do, as a clause.
 * @returns What is known of them.
 */
export function reaches(does: string): { tier: "remote"; does: string } {
  return { tier: "remote", does };
}

/**
 * A tool that only looks and takes no files.
 *
 * @param does What it does, as a clause.
 * @param flags Its flags.
 * @param operands Its operands.
 * @returns What is known of it.
 */
export function looks(
  does: string,
  flags = "",
  operands = "",
): ToolFacts {
  return { tier: "read", does, flags, operands };
}
