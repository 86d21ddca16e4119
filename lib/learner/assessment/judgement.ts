import type { Pattern } from "../rule.ts";
import type { Tier } from "../verdict.ts";

/** What the patterns of a policy are held against. */
export interface PolicyTexts {
  /**
   * What `allow` is held against; unset where a `*` could stand for something
   * that nobody can tell, or for a redirect.
   */
  readonly open?: string;
  /**
   * The very words, where they say all that would be done; `allow` reaches
   * what is critical only by these.
   */
  readonly exact?: string;
  /** What `ask` and `deny` are held against; one that fits is enough. */
  readonly broad: readonly string[];
}

/** One simple command, judged by the tables alone. */
export interface Judgement {
  /** The command as people would write it. */
  readonly text: string;
  /** The same without variables and redirects; empty if it was not read. */
  readonly bare: string;
  /** How risky it is. */
  readonly tier: Tier;
  /** What it does, as a clause. */
  readonly reason: string;
  /** Whether it may pass the first time, under the ceiling. */
  readonly familiar: boolean;
  /** How many approvals it takes before more than the very words pass. */
  readonly needs: number;
  /** Whether what it does hangs on what the project holds. */
  readonly bound: boolean;
  /** What approving it teaches, least general first; nothing if never. */
  readonly patterns: readonly Pattern[];
  /** What a policy knows it as. */
  readonly known: PolicyTexts;
}

/** The same, with what the commands around it have to know. */
export interface Judged extends Judgement {
  /** The files that it writes. Absolute. */
  readonly writes: readonly string[];
  /** Those among them that it builds from the project's code. */
  readonly builds: readonly string[];
  /** The file that it runs. Absolute. */
  readonly runs: string | undefined;
  /** Whether all that this file does was judged by its text. */
  readonly proven: boolean;
  /** Whether it loads modules that files could stand in for. */
  readonly loads: boolean;
  /** Where it looks for those first. Absolute. */
  readonly loadsFrom: string | undefined;
  /** Whether it is refused for where it runs, whatever it does there. */
  readonly displaced: boolean;
}
