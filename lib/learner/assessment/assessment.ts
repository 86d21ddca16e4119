import type { Pattern } from "../rule.ts";
import type { Task } from "./task_print.ts";
import { type Tier, tiers } from "../verdict.ts";

/** The program of patterns for whatever does no more than read. */
export const anyReader = "any-reader";

/** How a command can be learned. */
export type Learning = "pattern" | "exact" | "never";

/**
 * What the tables find out about one simple command.
 *
 * It starts as harmless and known; whoever looks at a part of the command can
 * only make it riskier, less known, and harder to learn.
 */
export class Assessment {
  /** How risky it is. */
  tier: Tier = "read";
  /** Whether it may pass the first time, under the ceiling. */
  familiar = true;
  /** Whether it does more than look. */
  acts = false;
  /** How it can be learned. */
  learning: Learning = "pattern";
  /** Subcommand words. */
  subcommand: readonly string[] = [];
  /** How many approvals it takes before more than the very words pass. */
  needs = 1;
  /** The network place it talks to. */
  host: string | undefined;
  /** The file that it runs, as an absolute path. */
  runs: string | undefined;
  /** Whether that file was built from the project's code. */
  built = false;
  /** What patterns call the program, if not as it was written. */
  goesBy: string | undefined;
  /** Whether all that this file does was judged by its text. */
  proven = false;
  /** The task of the project that it runs by name. */
  task: Task | undefined;
  /** Whether it loads modules that files in its folder could stand in for. */
  loads = false;
  /** Whether what it does hangs on what the project holds. */
  bound = false;
  /** Whether it is refused for where it runs, whatever it does there. */
  displaced = false;
  /** Where it looks for those first, as an absolute path. */
  loadsFrom: string | undefined;
  /** The files that it writes, as absolute paths. */
  readonly writes: string[] = [];
  /** Those among them that it builds from the project's own code. */
  readonly builds: string[] = [];
  readonly #flags = new Set<string>();
  readonly #operands = new Set<string>();
  readonly #environment = new Set<string>();
  readonly #redirects = new Set<string>();
  readonly #elsewhere = new Set<string>();
  #unfamiliar = false;
  #reason = "";
  #weight = -1;

  /**
   * Starts an assessment.
   *
   * @param program The program's name, empty for none.
   */
  constructor(readonly program: string) {}

  /** Why it is as risky as it is, as a clause. */
  get reason(): string {
    return this.#reason || "only looks";
  }

  /**
   * Says what the command does, unless something weightier is said.
   *
   * @param tier How risky that is.
   * @param reason What it does, as a clause.
   */
  does(tier: Tier, reason: string): void {
    if (tiers.indexOf(tier) > tiers.indexOf(this.tier)) this.tier = tier;
    this.acts ||= tier !== "read";
    if (tier === "remote" || tier === "critical") this.learning = "never";
    this.#say(tiers.indexOf(tier) * 10, reason);
  }

  /**
   * Notes that the command looks at something that is none of the project's.
   *
   * @param reason What it looks at, as a clause.
   */
  looks(reason: string): void {
    this.#atLeastProject();
    this.#say(tiers.indexOf("project") * 10, reason);
  }

  /**
   * Notes that it reads files that are none of the project's.
   *
   * @param place The kind of place, as an operand.
   * @param reason What it reads, as a clause.
   * @param familiar Whether that may pass the first time, under the ceiling.
   */
  readsElsewhere(place: string, reason: string, familiar: boolean): void {
    this.#elsewhere.add(place);
    this.operand(place);
    const before = this.#unfamiliar;
    if (familiar) this.looks(reason);
    else this.once(reason);
    this.#unfamiliar = before;
  }

  /**
   * Notes that a person should see it once.
   *
   * @param reason Why, as a clause.
   */
  once(reason: string): void {
    this.familiar = false;
    this.#unfamiliar = true;
    this.#atLeastProject();
    this.#say(tiers.indexOf(this.tier) * 10 + 3, reason);
  }

  /**
   * Notes that approving it teaches only its exact text.
   *
   * @param reason Why, as a clause.
   */
  exactly(reason: string): void {
    this.once(reason);
    if (this.learning === "pattern") this.learning = "exact";
    this.acts = true;
    this.#say(tiers.indexOf(this.tier) * 10 + 5, reason);
  }

  /**
   * Notes that a person has to see it every time.
   *
   * @param tier How risky it is.
   * @param reason Why, as a clause.
   */
  never(tier: Tier, reason: string): void {
    this.does(tier, reason);
    this.familiar = false;
    this.learning = "never";
    this.#say(tiers.indexOf(tier) * 10 + 9, reason);
  }

  /**
   * Notes a flag.
   *
   * @param flag The flag as the tables write it.
   */
  flag(flag: string): void {
    this.#flags.add(flag);
  }

  /**
   * Notes the kind of an argument.
   *
   * @param kind The kind, or `=` and the exact text.
   */
  operand(kind: string): void {
    this.#operands.add(kind);
  }

  /**
   * Notes a variable.
   *
   * @param setting Its name, `=` and the class of its value.
   */
  variable(setting: string): void {
    this.#environment.add(setting);
  }

  /**
   * Notes where output goes.
   *
   * @param kind The kind of place.
   */
  redirect(kind: string): void {
    this.#redirects.add(kind);
  }

  /**
   * Takes over what was found out about a command that this one runs.
   *
   * @param inner What was found out.
   * @param before The subcommand words that lead to it, its program included.
   */
  adopt(inner: Assessment, before: readonly string[]): void {
    if (tiers.indexOf(inner.tier) > tiers.indexOf(this.tier)) {
      this.tier = inner.tier;
    }
    this.familiar &&= inner.familiar;
    this.acts ||= inner.acts;
    this.loads ||= inner.loads;
    this.loadsFrom ??= inner.loadsFrom;
    this.bound ||= inner.bound;
    this.displaced ||= inner.displaced;
    const learnings: readonly Learning[] = ["pattern", "exact", "never"];
    if (learnings.indexOf(inner.learning) > learnings.indexOf(this.learning)) {
      this.learning = inner.learning;
    }
    this.subcommand = [...before, ...inner.subcommand];
    this.needs = Math.max(this.needs, inner.needs);
    if (this.runs === undefined) this.built = inner.built;
    this.runs ??= inner.runs;
    this.proven ||= inner.proven;
    this.task ??= inner.task;
    this.host = [this.host, inner.host].filter((one) => one !== undefined)
      .join(", ") || undefined;
    this.writes.push(...inner.writes);
    this.builds.push(...inner.builds);
    for (const flag of inner.#flags) this.#flags.add(flag);
    for (const kind of inner.#operands) this.#operands.add(kind);
    for (const place of inner.#elsewhere) this.#elsewhere.add(place);
    this.#unfamiliar ||= inner.#unfamiliar;
    for (const setting of inner.#environment) this.#environment.add(setting);
    for (const kind of inner.#redirects) this.#redirects.add(kind);
    this.#say(inner.#weight, inner.#reason);
  }

  /**
   * The least general pattern that covers the command.
   *
   * Of what does no more than read elsewhere, it is the place that a person
   * lets be read, whatever reads it.
   */
  get pattern(): Pattern {
    const reads = this.#elsewhere.size > 0 && !this.acts && !this.#unfamiliar &&
      this.#environment.size === 0 && this.host === undefined;
    if (reads) {
      return { program: anyReader, ...listed("operands", this.#elsewhere) };
    }
    return {
      program: this.goesBy ?? this.program,
      ...(this.subcommand.length > 0 && { subcommand: this.subcommand }),
      ...listed("flags", this.#flags),
      ...listed("operands", this.#operands),
      ...listed("environment", this.#environment),
      ...listed("redirects", this.#redirects),
      ...(this.host !== undefined && { host: this.host }),
    };
  }

  #atLeastProject(): void {
    if (this.tier === "read") this.tier = "project";
  }

  #say(weight: number, reason: string): void {
    if (weight <= this.#weight) return;
    this.#weight = weight;
    this.#reason = reason;
  }
}

/**
 * Whether the same words may do something else in another project.
 *
 * @param found What was found out about a command.
 * @returns Whether it runs, loads or writes what the project holds.
 */
export function hangsOnProject(found: Assessment): boolean {
  return found.bound || found.loads || found.runs !== undefined ||
    found.task !== undefined || found.writes.length > 0;
}

function listed(
  field: keyof Pattern,
  values: ReadonlySet<string>,
): Partial<Pattern> {
  return values.size === 0 ? {} : { [field]: [...values].sort() };
}
