import type { Tier } from "./verdict.ts";

/** The four categories in which people know what is learned. */
export type RuleCategory =
  | "base-command"
  | "environment-variable"
  | "pattern"
  | "exact";

/**
 * How far a rule reaches: its project, all agents of the project's team, or
 * every project of its agent.
 */
export type Reach = "project" | "team" | "agent";

/** What a rule matches: the least general form of what was approved. */
export interface Pattern {
  /** The program, or `undefined` when the whole text is matched. */
  readonly program?: string;
  /** Its subcommand words, to the tool's depth. */
  readonly subcommand?: readonly string[];
  /** The flags that may appear; each was approved. */
  readonly flags?: readonly string[];
  /** The kinds of arguments that may appear, such as `project-path`. */
  readonly operands?: readonly string[];
  /** The variables that may be set. */
  readonly environment?: readonly string[];
  /** Where output may go, such as `project-path`, `null`. */
  readonly redirects?: readonly string[];
  /** The network place it may talk to, such as `localhost:3000`. */
  readonly host?: string;
  /** The exact text, for rules that match one command only. */
  readonly exact?: string;
  /** The directory an exact command runs in, relative to the scope. */
  readonly directory?: string;
  /**
   * The fingerprint of the file that the command runs; `built` if the line
   * builds it.
   */
  readonly content?: string;
  /** What the task does that the command runs by its name. */
  readonly task?: string;
  /** The folder beside the project that the command works in. Absolute. */
  readonly beside?: string;
}

/** Something that was learned. */
export interface Rule {
  /** Stable id, unique within the agent file. */
  readonly id: string;
  /** What people would call it, such as `git commit *`. */
  readonly title: string;
  /** Its category. */
  readonly category: RuleCategory;
  /** What it matches. */
  readonly pattern: Pattern;
  /** The project it was learned in, and holds in. Absolute path. */
  readonly scope: string;
  /**
   * How far it reaches beyond that, as a person said.
   *
   * @default {"project"}
   */
  readonly reach?: Reach;
  /** Who of the team lends it to the agent that asks; in no file. */
  readonly lender?: string;
  /** The tier of what was approved; the rule allows nothing riskier. */
  readonly tier: Tier;
  /** The commands a person approved, oldest first, at most a few. */
  readonly evidence: readonly string[];
  /** The commands a person denied, oldest first, at most a few. */
  readonly counterExamples?: readonly string[];
  /** How often a person approved what it matches. */
  readonly approvals: number;
  /** How often a person denied what it matches. */
  readonly denials: number;
  /** How often it answered for a person. */
  readonly uses: number;
  /** When it was learned, ISO 8601. */
  readonly learned: string;
  /** When it last answered or was approved, ISO 8601. */
  readonly used: string;
  /** When a person last looked at it and kept it as it is, ISO 8601. */
  readonly reviewed?: string;
  /**
   * Where it comes from: what a person approved here, what the project's files
   * say, a person's hand, another agent or file, or a file that an earlier
   * version wrote.
   */
  readonly origin: "approval" | "setup" | "person" | "import" | "earlier";
  /** Where exactly, such as `api in /srv/api`, if it was not learned here. */
  readonly source?: string;
  /** Whether it answers, waits for more approvals, or was taken back. */
  readonly status: "active" | "candidate" | "revoked";
}
