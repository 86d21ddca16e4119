import type { Word } from "../shell/mod.ts";
import {
  assessRead,
  assessReadPath,
  assessWrite,
  isInProject,
} from "./access.ts";
import type { Assessment } from "./assessment.ts";
import { type FlagFact, flagTable, readArguments } from "./flags.ts";
import { fitsSecret, locate, namesSecret } from "./place.ts";
import type { Scene } from "./scene.ts";
import type { Tier } from "./verdict.ts";
import { isHarmlessText } from "./words.ts";
import { publishingTarget } from "./tables/package_managers.ts";

/**
 * What an operand is.
 *
 * `read` and `write` are paths, `inside` is a path that must be in the project
 * and may be followed by `::` and a test's name, `names` a path of which only names and sizes
 * are seen, `text` anything that can be printed, `word` an exact word,
 * `filter` a test's name or pattern, `ref` a git revision, `packages` paths as
 * Go writes them.
 */
export type OperandKind =
  | "read"
  | "write"
  | "inside"
  | "names"
  | "text"
  | "word"
  | "task"
  | "filter"
  | "ref"
  | "number"
  | "packages";

/** What is known of a tool, or of one of its subcommands. */
export interface ToolFacts {
  /** How risky it is when everything about it is known. */
  readonly tier: Tier;
  /** What it does, as a clause. */
  readonly does: string;
  /** Its flags, see {@linkcode flagTable}. */
  readonly flags?: string;
  /** Flags that run programs or write anywhere: a person sees them each time. */
  readonly refuses?: string;
  /** Flags that destroy or publish: a person sees them each time. */
  readonly destroys?: string;
  /**
   * Its operands in order; the last may end with `*` for any number. None if
   * unset.
   */
  readonly operands?: string;
  /** Its operands when one of {@linkcode movedBy} is there. */
  readonly moved?: string;
  /** Flags that take the place of the first operand. */
  readonly movedBy?: string;
  /** Whether long flags have a single dash. */
  readonly singleDash?: boolean;
  /** Whether it looks at its directory when no operand says otherwise. */
  readonly here?: boolean;
  /** Flags with which it does that; any if unset. */
  readonly hereWith?: string;
  /** Whether it runs what the project holds, and so must run inside it. */
  readonly inProject?: boolean;
  /** Whether a person should see it once before it passes. */
  readonly once?: boolean;
  /** The place it talks to. */
  readonly host?: string;
  /** Subcommands by name. */
  readonly subcommands?: Readonly<Record<string, ToolFacts>>;
  /** Whether a first word that is no subcommand is an operand. */
  readonly open?: boolean;
  /** What more operands than are planned count as. */
  readonly surplus?: { readonly tier: Tier; readonly does: string };
  /** What any other subcommand counts as. */
  readonly otherwise?: { readonly tier: Tier; readonly does: string };
}

/**
 * Judges a command by what the tables know of its tool.
 *
 * @param words The words after the program.
 * @param facts What is known of the tool.
 * @param found The assessment to add to.
 * @param scene Where the command runs.
 */
export function assessByFacts(
  words: readonly Word[],
  facts: ToolFacts,
  found: Assessment,
  scene: Scene,
): void {
  if (facts.subcommands !== undefined) {
    const rest = afterGlobalFlags(words, facts, found, scene);
    const name = rest[0]?.value;
    const inner = name !== undefined && Object.hasOwn(facts.subcommands, name)
      ? facts.subcommands[name]
      : undefined;
    if (inner !== undefined) {
      found.subcommand = [...found.subcommand, name!];
      return assessByFacts(rest.slice(1), inner, found, scene);
    }
    const bare = words.length === 0 && found.subcommand.length === 0;
    if (bare && !facts.open) {
      found.exactly(`runs ${found.program} without saying what for`);
    }
    if (name !== undefined && !name.startsWith("-") && !facts.open) {
      return facts.otherwise === undefined
        ? found.exactly(`runs ${found.program} ${name}, which is not known`)
        : found.never(facts.otherwise.tier, facts.otherwise.does);
    }
  }
  found.does(facts.tier, facts.does);
  if (facts.inProject && !isInProject(found, scene)) return;
  if (facts.once) found.once(facts.does);
  if (facts.host !== undefined) found.host = facts.host;
  const table = flagTable(facts.flags ?? "");
  const read = readArguments(words, table, {
    ...(facts.singleDash && { singleDash: true }),
  });
  const moving = facts.movedBy?.split(" ");
  let moved = false;
  for (const { name, fact, value } of read.flags) {
    if (isAmong(name, facts.destroys, fact)) {
      return found.never("remote", `uses ${name}, which cannot be undone`);
    }
    if (isAmong(name, facts.refuses, fact)) {
      return found.never("critical", `uses ${name}, which can run or write`);
    }
    if (fact === undefined && facts.otherwise !== undefined) {
      return found.never(
        facts.otherwise.tier,
        `uses ${found.program} ${name}, which is not known`,
      );
    }
    if (fact === undefined) {
      found.exactly(`uses ${name}, which is not known of ${found.program}`);
      continue;
    }
    moved ||= moving?.includes(name) ?? false;
    found.flag(name);
    if (value !== undefined) assessValue(value, fact, found, scene);
  }
  const plan = (moved ? facts.moved ?? "" : facts.operands ?? "").split(" ")
    .filter((kind) => kind !== "");
  const endless = plan.at(-1)?.endsWith("*") ?? false;
  if (facts.surplus && !endless && read.operands.length > plan.length) {
    return found.never(facts.surplus.tier, facts.surplus.does);
  }
  assessOperands(read.operands, plan, found, scene);
  const around = facts.hereWith === undefined ||
    read.flags.some(({ name }) => facts.hereWith!.split(" ").includes(name));
  if (facts.here && around && read.operands.length < plan.length) {
    assessHere(found, scene);
  }
}

/**
 * Judges operands by their kinds.
 *
 * @param operands The operands.
 * @param plan Their kinds in order; the last may end with `*`.
 * @param found The assessment to add to.
 * @param scene Where the command runs.
 */
export function assessOperands(
  operands: readonly Word[],
  plan: readonly string[],
  found: Assessment,
  scene: Scene,
): void {
  operands.forEach((operand, index) => {
    const last = plan.at(-1);
    const kind = plan[index] ?? (last?.endsWith("*") ? last : undefined);
    if (kind === undefined) {
      return found.exactly(
        `has more arguments than are known of ${found.program}`,
      );
    }
    assessOperand(
      operand,
      kind.replace("*", "") as OperandKind,
      found,
      scene,
    );
  });
}

/**
 * Judges that a command looks around in its own directory.
 *
 * @param found The assessment to add to.
 * @param scene Where the command runs.
 */
export function assessHere(found: Assessment, scene: Scene): void {
  if (scene.directory === undefined) {
    found.never("critical", "looks at a folder that cannot be told");
  } else {
    assessReadPath(scene.directory, found, scene, "names");
  }
}

/**
 * Judges one operand.
 *
 * @param operand The word.
 * @param kind What it is.
 * @param found The assessment to add to.
 * @param scene Where the command runs.
 */
export function assessOperand(
  operand: Word,
  kind: OperandKind,
  found: Assessment,
  scene: Scene,
): void {
  switch (kind) {
    case "read":
      return assessRead(operand, found, scene);
    case "names":
      return assessRead(operand, found, scene, "names");
    case "write": {
      const located = assessWrite(operand, found, scene);
      if (located !== undefined) found.operand(`${located.place}-path`);
      return;
    }
    case "inside":
      return assessInside(operand, found, scene);
    case "text":
      found.operand("text");
      if (isHarmlessText(operand)) return;
      return found.never("critical", `expands ${operand.text}`);
    case "filter":
      return assessFilter(operand, found);
    case "task":
      if (publishingTarget.test(operand.value ?? "")) {
        return found.never("remote", `publishes something, by ${operand.text}`);
      }
      return assessOperand(operand, "word", found, scene);
    case "number":
      if (/^[-+]?\d+(\.\d+)?[smhd]?$/.test(operand.value ?? "")) {
        return found.operand("number");
      }
      return found.exactly(`has ${operand.text} where a number is expected`);
    case "word":
      if (/^[\w.@:+,/-]+$/.test(operand.value ?? "")) {
        return found.operand(`=${operand.value}`);
      }
      return found.exactly(`has ${operand.text} for an argument`);
    case "ref":
      return assessRef(operand, found, scene);
    case "packages":
      return assessPackages(operand, found, scene);
  }
}

/** Flags of a test program that only choose and print. */
const testFlags =
  /^--(nocapture|show-output|ignored|include-ignored|exact|test-threads=\d+|list|quiet|check)$|^-[DWA]$/;

function assessFilter(operand: Word, found: Assessment): void {
  const filter = operand.value;
  if (filter === undefined) {
    return found.never("critical", `expands ${operand.text}`);
  }
  if (testFlags.test(filter)) return found.flag(filter);
  if (/^[-/~.]|\.\.\//.test(filter)) {
    return found.exactly(`gives ${filter} to the tests`);
  }
  found.operand("test-filter");
}

function assessInside(operand: Word, found: Assessment, scene: Scene): void {
  const path = operand.value?.replace(/::.*$/s, "");
  if (path === undefined) {
    return operand.glob && !/^["']?[-/~]|\.\./.test(operand.text)
      ? found.operand("project-path")
      : found.never("critical", `works on ${operand.text}`);
  }
  // Some tools take addresses as well.
  const located = /^[A-Za-z][\w+.-]*:/.test(path)
    ? undefined
    : locate(path, scene.directory, scene);
  if (located?.place !== "project") {
    return found.never("critical", `works on ${path}, outside the project`);
  }
  found.operand("project-path");
}

function assessRef(operand: Word, found: Assessment, scene: Scene): void {
  const ref = operand.value;
  if (ref === undefined) {
    const plain = operand.glob && /^[\w@][\w./@[\]()*?-]*$/.test(operand.text);
    return plain && !fitsSecret(operand.text.split("/").at(-1)!)
      ? found.operand("ref")
      : found.never("critical", `looks at ${operand.text}`);
  }
  // Git compares any two files that are given by their paths.
  if (/^\/|(^|\/)\.\.(\/|$)/.test(ref)) {
    return assessReadPath(ref, found, scene);
  }
  const path = ref.slice(ref.indexOf(":") + 1);
  if (namesSecret(path)) {
    return found.never("critical", `reads ${path}, where secrets are kept`);
  }
  if (/^[\w./@^~{}:+,()[\] *-]+$/.test(ref)) return found.operand("ref");
  found.exactly(`has ${operand.text} for a revision`);
}

function assessPackages(operand: Word, found: Assessment, scene: Scene): void {
  const path = operand.value;
  if (path === undefined) {
    return found.never("critical", `works on ${operand.text}`);
  }
  if (!/^\.{0,2}\//.test(path) && path !== "." && !/\.go$/.test(path)) {
    return found.exactly(`works on the package ${path}`);
  }
  const folder = path.replace(/\/?\.\.\.$/, "") || ".";
  assessInside({ text: folder, value: folder, glob: false }, found, scene);
}

function assessValue(
  value: Word,
  fact: FlagFact,
  found: Assessment,
  scene: Scene,
): void {
  switch (fact.kind) {
    case "read":
      return assessRead(value, found, scene);
    case "write":
      assessWrite(value, found, scene);
      return;
    case "inside":
      return assessInside(value, found, scene);
    case "here":
      return assessRead(value, found, scene, "names");
    case "number":
      if (/^[-+]?\d+(\.\d+)?([a-zA-Z%]{1,2})?$/.test(value.value ?? "")) return;
      return found.exactly(`has ${value.text} where a number is expected`);
    case "word":
      if (/^[\w,:+@-][\w.,:+@-]*(\/[\w.,:+@-]+)?$/.test(value.value ?? "")) {
        return;
      }
      return found.exactly(`has ${value.text} for a value`);
    case "text":
      if (isHarmlessText(value)) return;
      return found.never("critical", `expands ${value.text}`);
  }
}

/** Takes note of known flags before a subcommand; gives what follows. */
function afterGlobalFlags(
  words: readonly Word[],
  facts: ToolFacts,
  found: Assessment,
  scene: Scene,
): readonly Word[] {
  const first = words.findIndex((word) => !word.value?.startsWith("-"));
  if (first === 0 || facts.open) return words;
  const table = flagTable(facts.flags ?? "");
  const style = { operandsEnd: true, singleDash: facts.singleDash ?? false };
  const read = readArguments(words, table, style);
  if (read.separated || read.flags.some(({ fact }) => fact === undefined)) {
    return words;
  }
  for (const { name, fact, value } of read.flags) {
    found.flag(name);
    if (value !== undefined) assessValue(value, fact!, found, scene);
  }
  return read.operands.length === 0 ? words : read.operands;
}

function isAmong(
  flag: string,
  flags: string | undefined,
  fact: FlagFact | undefined,
): boolean {
  if (flags === undefined || fact !== undefined) return false;
  return flags.split(" ").some((one) =>
    flag === one ||
    // Tools accept any beginning of a long flag that is the only one.
    flag.startsWith("--") && flag.length > 4 && one.startsWith(flag)
  );
}
